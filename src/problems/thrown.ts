import type { NetworkReason } from './failure.ts';
import { foreignText } from './secrets.ts';

/** Why no answer came, and whether the request may have arrived. */
export type NetworkFault = { reason: NetworkReason; reached: 'no' | 'maybe'; detail: string };

/** What a rejected `fetch` says of the way to a service. The caller has ruled out its own time limit and stop. */
export function faultOfThrown(error: unknown): NetworkFault {
  const causes = causesOf(error);
  const known = causes.map(faultOf).find((fault) => fault !== null);
  return { ...(known ?? { reason: 'other', reached: 'maybe' }), detail: detailOf(causes) };
}

type Cause = { code: string; message: string; syscall: string };
type Fault = Omit<NetworkFault, 'detail'>;

const deepest = 6;

/** The error, its cause, the causes of an aggregate (one for each address tried) and so on. */
function causesOf(error: unknown, depth = 0): Cause[] {
  if (typeof error !== 'object' || error === null || depth === deepest) return [];
  const { code, message, syscall, cause, errors } = error as Record<string, unknown>;
  const own = { code: textOf(code), message: textOf(message), syscall: textOf(syscall) };
  const below = [cause, ...(Array.isArray(errors) ? errors.slice(0, deepest) : [])];
  return [own, ...below.flatMap((each) => causesOf(each, depth + 1))];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The first that fits decides. The service was not reached only where the connection itself never came to be. */
const faults: readonly { code: RegExp; fault: Fault }[] = [
  { code: /^(ENOTFOUND|EAI_\w+)$/, fault: { reason: 'dns', reached: 'no' } },
  { code: /^ECONNREFUSED$/, fault: { reason: 'refused', reached: 'no' } },
  {
    code: /CERT|SELF_SIGNED|^UNABLE_TO_|^CRL_|^INVALID_CA$|^HOSTNAME_MISMATCH$/,
    fault: { reason: 'tls', reached: 'no' },
  },
  { code: /^(EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/, fault: { reason: 'tls', reached: 'maybe' } },
  { code: /^UND_ERR_CONNECT_TIMEOUT$/, fault: { reason: 'timeout', reached: 'no' } },
  {
    code: /^(ETIMEDOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/,
    fault: { reason: 'timeout', reached: 'maybe' },
  },
  { code: /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, fault: { reason: 'reset', reached: 'maybe' } },
  {
    code: /^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)$/,
    fault: { reason: 'offline', reached: 'maybe' },
  },
];

function faultOf({ code, message, syscall }: Cause): Fault | null {
  if (code.startsWith('ERR_PROXY')) return { reason: 'proxyDown', reached: 'no' };
  if (/proxy response|proxy.*tunnel|UND_ERR_PRX/i.test(`${message} ${code}`))
    return { reason: /\b407\b/.test(message) ? 'proxyAuth' : 'proxy', reached: 'no' };
  const fault = faults.find((each) => each.code.test(code))?.fault;
  if (!fault) return null;
  return syscall === 'connect' ? { ...fault, reached: 'no' } : fault;
}

/** A code where there is one; else a message, which could quote a header and so the token. */
function detailOf(causes: readonly Cause[]): string {
  const telling = causes.findLast(({ code }) => code !== '') ?? causes.at(-1);
  if (!telling) return 'The connection failed without a reason';
  return foreignText([telling.code, telling.message].filter((text) => text !== '').join(': '), 200);
}
