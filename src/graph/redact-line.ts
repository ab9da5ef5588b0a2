import { commandNames } from '../problems/available.ts';
import { calls, networkReasons } from '../problems/failure.ts';
import { redactCode, redacted, redactPath } from './redact.ts';

/** Everything that a line of a log says in words. */
const words: ReadonlySet<string> = new Set([
  ...['crossorg', 'node', 'ended', 'ms', 'pause', 'run', 'row', 'no', 'answer', 'network', 'stopped', '-', redacted],
  ...['linux', 'darwin', 'win32', 'freebsd', 'openbsd', 'aix', 'sunos', 'android', 'wizard', ...commandNames],
  ...[...calls, 'GET', 'POST', 'PATCH'],
  ...['opened', 'baseline', 'intended', 'accepted', 'adopted', 'rejected', 'conflicted', 'unsent', 'unconfirmed'],
  ...['looked', 'cleared', 'observed', 'cancelAsked', 'cancelRefused', 'nothing', 'task', 'unknowable'],
  ...['draft', 'queued', 'running', 'completed', 'failed', 'cancelled', 'unknown', 'maybe', 'yes'],
  ...networkReasons,
  ...['html', 'cut', 'empty', 'wrong-type', 'text'],
]);

/** Numbers, times, versions, flags and run ids. */
const harmless = [
  /^\d{1,15}$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  /^\d{1,4}\.\d{1,4}\.\d{1,4}(-(source|alpha|beta|rc)(\.\d{1,3})?)?$/,
  /^--[a-z]{2,20}(-[a-z]{2,20})*$/,
  /^r-\d{8}-\d{6}-[0-9a-f]{4}$/,
];

const isHarmless = (text: string): boolean => words.has(text) || harmless.some((shape) => shape.test(text));

const id = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|-|REDACTED)$/i;
const isCode = (text: string): boolean => /^(other-[0-9a-f]{8}|-)$/.test(text) || redactCode(text) === text;

/** What may stand after which name. */
const values: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ...['client-request-id', 'request-id', 'task'].map((name) => [name, (value: string) => id.test(value)] as const),
  ...['retry-after-ms', 'rows', 'exit'].map((name) => [name, (value: string) => /^(\d{1,12}|-)$/.test(value)] as const),
  ...['reason', 'reached', 'unreadable', 'state', 'look'].map(
    (name) => [name, (value: string) => words.has(value)] as const,
  ),
  ...['code', 'codes'].map((name) => [name, isCode] as const),
  ['plan', (value: string) => /^[0-9a-f]{12}$/.test(value)] as const,
]);

export type RedactedLine = { text: string; hidden: number };

/** A line of a log once more through the allow-list: the file may be an old one, or not be ours at all. */
export function redactLine(line: string): RedactedLine {
  const before = line.split(' ');
  const after = before.map(redactPart);
  return { text: after.join(' '), hidden: after.filter((part, at) => part !== before[at]).length };
}

function redactPart(part: string): string {
  if (part.startsWith('/')) return redactWhere(part);
  const [, name = '', value = ''] = /^([a-z-]{1,30})=(.*)$/s.exec(part) ?? [];
  const isAllowed = values.get(name);
  if (isAllowed === undefined) return isHarmless(part) ? part : redacted;
  const shown = value.split(',').map((one) => (isAllowed(one) ? one : redacted));
  return `${name}=${shown.join(',')}`;
}

/** As `redactUrl` left it. */
const redactWhere = (part: string): string => {
  const [path = '', query] = part.split('?');
  return query === undefined ? redactPath(path) : `${redactPath(path)}?${redacted}`;
};
