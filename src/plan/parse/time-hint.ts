import type { Instant } from '../answers.ts';
import type { Context, Unreadable } from '../question.ts';
import { err, type Result } from '../result.ts';
import { nearest } from './nearest.ts';
import { dayWords, readMoment } from './time-grammar.ts';

type Read = Result<Instant, Unreadable>;

/** Offers the nearest text that can be read, where a few small edits lead to one. It is offered, never taken. */
export function withHint(read: Read, text: string, context: Context): Read {
  if (read.ok || read.error.suggestion !== undefined || text.length > 60) return read;
  const hints = respell(text.toLowerCase());
  const hint = hints.find((candidate) => isAhead(candidate, context));
  return hint === undefined ? read : err({ ...read.error, suggestion: shaped(hint) });
}

/** Each edit brings one habit of writing closer to the grammar; none of them changes which moment is meant. */
const edits: readonly (readonly [RegExp, string | ((...parts: string[]) => string)])[] = [
  [/^(\d+\s*[mhd])$/, '+$1'],
  [/^\+\s*(\d+)\s*([mhd])(?:in|ins|inutes?|rs?|ours?|ays?)?$/, '+$1$2'],
  [/,| at /g, ' '],
  [
    /^(\d{1,2}:\d{2}) +([a-z]+)$/,
    (_all, time, word) => (/^(utc|gmt|am|pm)$/.test(word ?? '') ? `${time} ${word}` : `${word} ${time}`),
  ],
  [/(\d)\s*(?:utc|gmt)$/, '$1z'],
  [/^(\d{4})\/(\d{2})\/(\d{2})/, '$1-$2-$3'],
  [/\b(\d{1,2})(?::(\d{2}))? ?(am|pm)$/, (_all, hour, minute, half) => `${inDay(hour, half)}:${minute || '00'}`],
  [/ (\d):(\d{2})$/, ' 0$1:$2'],
  [/^(\d):(\d{2})$/, '0$1:$2'],
  [/ +/g, ' '],
];

const inDay = (hour = '0', half = 'am'): string =>
  String((Number(hour) % 12) + (half === 'pm' ? 12 : 0)).padStart(2, '0');

function respell(text: string): string[] {
  const edited = edits.reduce((now, [from, to]) => now.replace(from, to as string), text).trim();
  if (/^\d{2}:\d{2}$/.test(edited)) return [`today ${edited}`, `tomorrow ${edited}`];
  const word = /^[a-z]+/.exec(edited)?.[0];
  const meant = word === undefined ? undefined : nearest(word, dayWords);
  return meant === undefined ? [edited] : [meant + edited.slice(word?.length)];
}

/** A bare time means today while it is still to come, else tomorrow; other texts stand as they are. */
function isAhead(text: string, context: Context): boolean {
  const read = readMoment(text, context);
  return read.ok && (!text.startsWith('today') || read.value > context.now);
}

/** ISO times are written with capitals. */
const shaped = (text: string): string => (/^\d/.test(text) ? text.toUpperCase() : text);
