import type { Choice, Parse } from '../question.ts';
import { err, ok } from '../result.ts';
import { nearest } from './nearest.ts';
import { quoted, readable, suggesting } from './readable.ts';

/** Reads one of the choices by its value, in any case. */
export const oneOf = <V extends string>(choices: readonly (Choice & { value: V })[]): Parse<V> => {
  const values = choices.map(({ value }) => value);
  return readable((text) => {
    const found = values.find((value) => value === text.toLowerCase());
    if (found !== undefined) return ok(found);
    return err({
      what: `${quoted(text)} is not one of the choices.`,
      why: `The choices are ${inWords(values)}.`,
      next: 'Use one of these words.',
      ...suggesting(nearest(text, values) ?? namedBy(text, choices)),
    });
  });
};

/** The one choice whose label contains the text: "onedrive" means `user`. */
function namedBy(text: string, choices: readonly Choice[]): string | undefined {
  const named = choices.filter(({ label }) => text.length > 3 && label.toLowerCase().includes(text.toLowerCase()));
  return named.length === 1 ? named[0]?.value : undefined;
}

const inWords = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
