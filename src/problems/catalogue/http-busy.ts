import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { http } from './http-base.ts';
import { askSupport } from './steps.ts';

/** The service is slow, busy, broken for the moment, or not made for this. */
export const busyRules: readonly Rule[] = [
  {
    ...http,
    code: 'http408',
    retry: 'repeat',
    exit: 7,
    match: { on: 'service', statuses: [408] },
    what: 'The service gave up waiting for the request.',
    why: 'The connection was slow, or something on the way held the request back.',
    next: [{ do: 'Try again in a minute.', who: 'you' }],
    known: ['408 Request Timeout'],
  },
  {
    ...http,
    code: 'http429',
    link: links.throttling,
    retry: 'repeat',
    exit: 7,
    match: {
      on: 'service',
      statuses: [429],
      vague: ['activityLimitReached', 'TooManyRequests', 'throttledRequest', 'quotaLimitReached'],
    },
    what: 'The service asks to slow down.',
    why: 'This tenant has used up its calls for the moment, by crossorg or by other tools. It asks to wait {seconds}.',
    next: [
      { do: 'Wait as long as it asks, then go on. Nothing is lost.', who: 'nobody' },
      { do: 'If it keeps happening, lower --budget, or pause other tools that call this tenant.', who: 'you' },
    ],
    known: ['429 Too Many Requests: Too many requests, the request was throttled.', 'The request has been throttled'],
  },
  {
    ...http,
    code: 'http503',
    link: links.throttling,
    retry: 'repeat',
    exit: 7,
    match: { on: 'service', statuses: [503], vague: ['serviceNotAvailable', 'serviceUnavailable'] },
    what: 'The service is busy or down for the moment.',
    why: 'Microsoft turns requests away when there is too much to do. It asks to wait {seconds}.',
    next: [
      { do: 'Wait as long as it asks, then try again.', who: 'nobody' },
      { do: 'If it lasts, look at service health in the admin center and its message center.', who: 'source admin' },
    ],
    known: ['503 Service Unavailable'],
  },
  ...passing('http500', [500], ['generalException', 'InternalServerError'], '500 Internal Server Error', {
    what: 'The service had a fault of its own.',
    why: 'It gives no cause that helps here. This often passes.',
  }),
  ...passing('http502', [502], ['BadGateway'], '502 Bad Gateway', {
    what: 'Part of the service did not answer another part.',
    why: 'Something between Microsoft Graph and SharePoint failed for the moment.',
  }),
  ...passing('http504', [504], ['GatewayTimeout'], '504 Gateway Timeout', {
    what: 'The service took too long to answer itself.',
    why: 'Microsoft Graph waited for SharePoint and gave up. The work may have been done all the same.',
  }),
  {
    ...http,
    code: 'http501',
    field: 'feature',
    breaker: true,
    match: { on: 'service', statuses: [501], vague: ['notSupported', 'notImplemented'] },
    what: 'The service does not do this for these tenants.',
    why: 'Moves work in the global cloud only. Tenants in the same place inside SharePoint are refused like this too.',
    next: [
      { do: 'Check that both tenants are in the global cloud, not in GCC, GCC High or a national cloud.', who: 'you' },
      askSupport,
    ],
    known: ['501 Not Implemented'],
  },
];

/** A fault of the service that a later try mostly finds gone. */
function passing(
  code: string,
  statuses: readonly number[],
  vague: readonly string[],
  known: string,
  words: Pick<Rule, 'what' | 'why'>,
): readonly Rule[] {
  return [
    {
      ...http,
      code,
      retry: 'repeat',
      exit: 7,
      match: { on: 'service', statuses, vague },
      ...words,
      next: [{ do: 'Try again in some minutes.', who: 'you' }, askSupport],
      known: [known],
    },
  ];
}
