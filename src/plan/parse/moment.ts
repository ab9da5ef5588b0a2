import type { Instant, Start } from '../answers.ts';
import { isoTime } from '../iso.ts';
import type { Parse } from '../question.ts';
import { err, ok } from '../result.ts';
import { nearest } from './nearest.ts';
import { readable, suggesting } from './readable.ts';
import { readMoment } from './time-grammar.ts';
import { withHint } from './time-hint.ts';

/** The text that will always mean this moment. */
export const canonicalInstant = (instant: Instant): string => isoTime(instant);

/** `now`, or a moment in the closed grammar of `time-grammar.ts`. */
export const parseStart: Parse<Start> = readable<Start>((text, _known, context) => {
  if (text.toLowerCase() === 'now') return ok('now');
  const read = withHint(readMoment(text, context), text, context);
  return read.ok ? read : err({ ...suggesting(nearest(text, ['now'])), ...read.error });
});

/** Empty means that there is none. */
export const parseLatestStart: Parse<Instant | null> = readable<Instant | null>((text, _known, context) => {
  if (text === '') return ok(null);
  if (text.toLowerCase() !== 'now') return withHint(readMoment(text, context), text, context);
  return err({
    what: '"now" cannot be the latest start.',
    why: 'The service cancels a task that has not started by then, so it must lie in the future.',
    next: 'Use a later time such as +8h, or leave it empty.',
  });
});
