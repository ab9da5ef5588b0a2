import type { Instant, Start } from '../answers.ts';
import { isoTime } from '../iso.ts';
import type { Context, Parse, Unreadable } from '../question.ts';
import { err, ok, type Result } from '../result.ts';
import { nearest } from './nearest.ts';
import { readable, suggesting } from './readable.ts';
import { readMoment } from './time-grammar.ts';
import { withHint } from './time-hint.ts';

/** The text that will always mean this moment. */
export const canonicalInstant = (instant: Instant): string => isoTime(instant);

function momentIn(text: string, context: Context): Result<Instant, Unreadable> {
  const known = context.moments?.get(text);
  if (known !== undefined) return known;
  const read = withHint(readMoment(text, context), text, context);
  context.moments?.set(text, read);
  return read;
}

/** `now`, or a moment in the closed grammar of `time-grammar.ts`. */
export const parseStart: Parse<Start> = readable<Start>((text, _known, context) => {
  if (text.toLowerCase() === 'now') return ok('now');
  const read = momentIn(text, context);
  return read.ok ? read : err({ ...suggesting(nearest(text, ['now'])), ...read.error });
});

/** Empty means that there is none. */
export const parseLatestStart: Parse<Instant | null> = readable<Instant | null>((text, _known, context) => {
  if (text === '') return ok(null);
  if (text.toLowerCase() !== 'now') return momentIn(text, context);
  return err({
    what: '"now" cannot be the latest start.',
    why: 'The service cancels a task that has not started by then, so it must lie in the future.',
    next: 'Use a later time such as +8h, or leave it empty.',
  });
});
