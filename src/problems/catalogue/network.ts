import type { NetworkReason } from '../failure.ts';
import type { Match, Rule } from '../rule.ts';
import { askSupport, checkWay } from './steps.ts';

const network = {
  about: 'network',
  from: 'network',
  field: 'network',
  link: null,
  retry: 'repeat',
  exit: 7,
  breaker: true,
} as const satisfies Partial<Rule>;

const noAnswer = (reason: NetworkReason, ...codes: string[]): Match => ({ on: 'network', reason, codes });

/** No answer came. What keeps one row from the service keeps all of them from it. */
export const networkRules: readonly Rule[] = [
  {
    ...network,
    code: 'networkDns',
    match: noAnswer('dns', 'ENOTFOUND', 'EAI_AGAIN'),
    what: 'The name of the service could not be found.',
    why: 'This computer is offline, or its name server does not know the address.',
    next: [{ do: 'Check the network connection, and VPN if you use one.', who: 'you' }, checkWay],
    known: ['getaddrinfo ENOTFOUND graph.microsoft.com'],
  },
  {
    ...network,
    code: 'networkRefused',
    match: noAnswer('refused', 'ECONNREFUSED'),
    what: 'Nothing answers at the address of the service.',
    why: 'A firewall turns the connection away, or the address is a test server that is not running.',
    next: [{ do: 'Check --graph-url, or start the server it names.', who: 'you' }, checkWay],
    known: ['connect ECONNREFUSED 127.0.0.1:8080'],
  },
  {
    ...network,
    code: 'networkReset',
    breaker: false,
    match: noAnswer('reset', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'),
    what: 'The connection broke off before the answer was there.',
    why: 'Something on the way closed it: the service, a proxy, or a change of network.',
    next: [{ do: 'Try again in a minute.', who: 'you' }, checkWay],
    known: ['read ECONNRESET socket hang up'],
  },
  {
    ...network,
    code: 'networkTimeout',
    breaker: false,
    match: noAnswer('timeout', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'),
    what: 'No answer came in time.',
    why: 'The service or the way to it is slow just now.',
    next: [{ do: 'Try again in a minute.', who: 'you' }, checkWay],
    known: ['connect ETIMEDOUT'],
  },
  {
    ...network,
    code: 'networkTls',
    retry: 'fix',
    match: noAnswer(
      'tls',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'CERT_HAS_EXPIRED',
    ),
    what: 'The secure connection could not be made.',
    why: 'The certificate is not trusted here. Mostly a proxy inspects the traffic, and signs it anew.',
    next: [
      {
        do: 'If a proxy inspects it, put its root certificate in the store of this computer, or name its PEM file in NODE_EXTRA_CA_CERTS.',
        who: 'you',
      },
      { do: 'Check the date and time of this computer: certificates have an end.', who: 'you' },
    ],
    known: ['unable to verify the first certificate', 'self-signed certificate in certificate chain'],
  },
  {
    ...network,
    code: 'networkProxy',
    retry: 'fix',
    match: noAnswer('proxy'),
    what: 'The proxy did not let the request through.',
    why: 'It does not allow this address, or cannot reach it itself. It says: {detail}.',
    next: [
      { do: 'Ask for graph.microsoft.com and login.microsoftonline.com to be allowed in the proxy.', who: 'you' },
      { do: 'If these hosts can be reached without it, name them in NO_PROXY.', who: 'you' },
    ],
    known: ['Proxy response (403) !== 200 when HTTP Tunneling'],
  },
  {
    ...network,
    code: 'networkProxyAuth',
    retry: 'fix',
    match: noAnswer('proxyAuth'),
    what: 'The proxy wants a sign-in of its own.',
    why: 'It lets nobody through without a name and a password, and got none that it knows.',
    next: [
      { do: 'Write them into the variable, as in HTTPS_PROXY=http://<name>:<password>@<proxy>:<port>.', who: 'you' },
      { do: 'If it only takes the sign-in of Windows, ask for a rule that lets this computer through.', who: 'you' },
    ],
    known: ['407 Proxy Authentication Required', 'Proxy response (407) !== 200 when HTTP Tunneling'],
  },
  {
    ...network,
    code: 'networkProxyDown',
    match: noAnswer('proxyDown', 'ERR_PROXY_UNREACHABLE', 'ERR_PROXY_ADDRESS'),
    what: 'The proxy itself cannot be reached.',
    why: 'HTTPS_PROXY or HTTP_PROXY names it, and asking it failed with: {detail}.',
    next: [
      { do: 'Check the name and the port of the proxy in HTTPS_PROXY.', who: 'you' },
      { do: 'Away from the network it belongs to, connect to the VPN or unset the variable.', who: 'you' },
    ],
    known: ['The proxy cannot be reached'],
  },
  {
    ...network,
    code: 'networkPage',
    retry: 'fix',
    match: noAnswer('page'),
    what: 'A web page came back in place of an answer of the sign-in service.',
    why: 'Mostly a proxy, a guest network or a filter puts its own page in between.',
    next: [{ do: 'Open any web page in a browser: a sign-in or a notice may wait there.', who: 'you' }, checkWay],
    known: ['Status 200, no JSON: <html>'],
  },
  {
    ...network,
    code: 'networkRedirect',
    retry: 'fix',
    match: noAnswer('redirect'),
    what: 'The request was sent on to another host, and crossorg did not follow.',
    why: 'A token must not reach another host. A guest network or a proxy often redirects like this.',
    next: [{ do: 'Sign in to the network in a browser, or use another network.', who: 'you' }, checkWay],
    known: ['redirected to another host'],
  },
  {
    ...network,
    code: 'networkOffline',
    match: noAnswer('offline', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH'),
    what: 'This computer is offline.',
    why: 'There is no way to any network. Moves already submitted go on in the service.',
    next: [{ do: 'Connect to a network, then try again.', who: 'you' }],
    known: ['ENETUNREACH network is unreachable'],
  },
  {
    ...network,
    code: 'networkOther',
    breaker: false,
    match: noAnswer('other'),
    what: 'The service could not be reached.',
    why: 'The connection failed with: {detail}.',
    next: [{ do: 'Try again in a minute.', who: 'you' }, checkWay],
    known: ['fetch failed'],
  },
];

const unreadable = { ...network, breaker: false } as const;

/** Something answered, but not as the service does. */
export const unreadableRules: readonly Rule[] = [
  {
    ...unreadable,
    code: 'unreadableHtml',
    breaker: true,
    retry: 'fix',
    match: { on: 'unreadable', looksLike: 'html' },
    what: 'A web page came back in place of an answer of the service.',
    why: 'Mostly a proxy, a guest network or a filter puts its own page in between.',
    next: [{ do: 'Open any web page in a browser: a sign-in or a notice may wait there.', who: 'you' }, checkWay],
    known: ['<!DOCTYPE html><html><head><title>Sign in to the network</title>'],
  },
  {
    ...unreadable,
    code: 'unreadableCut',
    match: { on: 'unreadable', looksLike: 'cut' },
    what: 'The answer of the service broke off in the middle.',
    why: 'The connection ended before all of it was here.',
    next: [{ do: 'Try again in a minute.', who: 'you' }, checkWay],
    known: ['Unexpected end of JSON input'],
  },
  {
    ...unreadable,
    code: 'unreadableEmpty',
    match: { on: 'unreadable', looksLike: 'empty' },
    what: 'The answer of the service was empty.',
    why: 'Something on the way may have taken the content out, or the service had a fault.',
    next: [{ do: 'Try again in a minute.', who: 'you' }, askSupport],
    known: ['The answer has no body.'],
  },
  {
    ...unreadable,
    code: 'unreadableType',
    field: 'service',
    retry: 'never',
    match: { on: 'unreadable', looksLike: 'wrong type' },
    what: 'The answer of the service does not have the form crossorg knows.',
    why: 'The interface is a beta and may have changed.',
    next: [{ do: 'Look for a newer version of crossorg.', who: 'you', command: 'crossorg -V' }, askSupport],
    known: ['The answer is a list where a task was expected.'],
  },
  {
    ...unreadable,
    code: 'unreadableText',
    match: { on: 'unreadable', looksLike: 'text' },
    what: 'Plain text came back in place of an answer of the service.',
    why: 'A proxy or a gateway on the way may have written it. It is kept with this finding.',
    next: [{ do: 'Read what it says, then try again.', who: 'you' }, checkWay],
    known: ['upstream connect error or disconnect'],
  },
];

const stopped = {
  about: 'crossorg',
  from: 'program',
  field: 'command',
  link: null,
  retry: 'repeat',
  exit: 130,
  breaker: true,
} as const satisfies Partial<Rule>;

export const stoppedRules: readonly Rule[] = [
  {
    ...stopped,
    code: 'stoppedBefore',
    match: { on: 'stopped', reached: 'no' },
    what: 'Stopped before the request left.',
    why: 'You asked crossorg to stop. The service has not heard of this request.',
    next: [{ do: 'Start again when you are ready.', who: 'you' }],
    known: ['Stopped before sending'],
  },
  {
    ...stopped,
    code: 'stoppedOpen',
    match: { on: 'stopped', reached: 'maybe' },
    what: 'Stopped while the service was being asked.',
    why: 'The request may have arrived. What the service does with it goes on.',
    next: [{ do: 'Look at what the service knows of it.', who: 'you', command: 'crossorg status {source}' }],
    known: ['Stopped while waiting for the answer'],
  },
];
