import type { Report } from '../../../src/wave/report.ts';
import { groupPlan, objectIdPlan, sitePlan, userPlan } from '../../runtime/moves.ts';
import { reportFor, start, trouble, ways } from '../../wave/report-run.ts';
import { hostileNames, hostilePlan } from './hostile.ts';

const scheduled = { ...userPlan('omar'), start: start + 3_600_000, latestStart: start + 9 * 3_600_000 } as const;

/** A wave with a row for most ends, as a change board may get it. */
export const waveReport = (): Report =>
  reportFor(
    [
      { plan: userPlan('dana'), line: 2, facts: ways.completed },
      { plan: scheduled, line: 3, facts: ways.queued },
      { plan: objectIdPlan('da157a29-f793-4dd6-9c73-41d2c73c2546', 'kim@contoso.com'), line: 4, facts: ways.failed },
      { plan: sitePlan('IT'), line: 5, facts: ways.refused },
      { plan: groupPlan('finance'), line: 6, facts: ways.lost },
    ],
    {
      change: 'CHG-4711',
      profile: 'c2f',
      target: { tenantId: '78d010af-72cb-412f-8779-18ce9b5f553b', name: 'Fabrikam' },
    },
  );

/** One move on the simulator that is done. */
export const singleReport = (): Report =>
  reportFor([{ plan: userPlan('dana'), facts: ways.completed }], {
    mode: 'simulator',
    endpoint: 'https://simulator.invalid/beta',
  });

/** Every text that can come from outside is a hostile one. */
export const hostileReport = (): Report => {
  const findingOf = (text: string) => ({
    ...trouble,
    code: text,
    what: text,
    why: text,
    link: `javascript:${text}`,
    requestId: text,
    service: { status: 400, code: text, message: text },
    next: [{ do: text, who: 'you', command: text }] as const,
  });
  return reportFor(
    hostileNames.map((name) => ({
      plan: hostilePlan(name),
      facts: [
        { kind: 'intended', planId: 'p', clientRequestId: name },
        { kind: 'rejected', finding: findingOf(name) },
      ],
    })),
    {
      account: hostileNames[0],
      machine: '<b>pc</b>',
      change: '=1+1|x',
      profile: '@p',
      source: { tenantId: '-1', name: '<i>' },
    },
  );
};

export const next = [{ do: 'Watch it.', who: 'you', command: 'crossorg watch r-20261205-233000-7f3a' }] as const;
