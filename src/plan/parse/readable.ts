import type { Parse, Unreadable } from '../question.ts';
import { err, type Result } from '../result.ts';

const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu;
/** Control characters, line ends, zero-width and direction marks. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Nearly every text of a long file; told apart faster than by what it must not hold. */
const plainText = /^[\x20-\x7e]*$/;
const zeroWidth = /\p{Cf}/gu;
const longestShown = 40;
/** No answer comes near this, an encoded address of 400 characters included. */
const longestRead = 6000;

/** Text from outside as a message may show it: printable, in quotes, short enough for one line. */
export function quoted(text: string): string {
  // Cut before it is looked at: it may be a whole file. A letter is at most two units long.
  const begin = text.trim().slice(0, 2 * longestShown + 2);
  if (begin.length <= longestShown && plainText.test(begin)) return `"${begin}"`;
  const letters = [...begin.replace(unprintable, '?')];
  const short = letters.length > longestShown ? `${letters.slice(0, longestShown - 3).join('')}...` : letters.join('');
  return `"${short}"`;
}

/** What all parsers share: they read trimmed text without unseen characters, and offer the plain form of wide ones. */
export const readable =
  <V>(parse: Parse<V>): Parse<V> =>
  (text, known, context) => {
    const tidy = text.trim();
    if (tidy.length > longestRead) return err(tooLong(tidy));
    if (!plainText.test(tidy) && unseen.test(tidy)) return err(unseenIn(tidy));
    const inner = withoutQuotes(tidy);
    if (inner !== null) return err(inQuotes(tidy, suggestionFor(inner, parse(inner, known, context))));
    const read = parse(tidy, known, context);
    if (read.ok || read.error.suggestion !== undefined) return read;
    const plain = tidy.normalize('NFKC');
    if (plain === tidy) return read;
    return parse(plain, known, context).ok ? err({ ...read.error, suggestion: plain }) : read;
  };

const tooLong = (text: string): Unreadable => ({
  what: `A text of ${text.length} characters cannot be an answer.`,
  why: `It begins with ${quoted(text)}. Perhaps a whole file was pasted.`,
  next: 'Give one name, address or time. Many moves at once go into a CSV file.',
});

function unseenIn(text: string): Unreadable {
  const cleaned = text.replace(zeroWidth, '').trim();
  const helps = cleaned !== '' && !unseen.test(cleaned);
  return {
    what: `${quoted(text)} contains characters that cannot be seen.`,
    why: 'Line ends, tabs and direction marks come along when text is copied from a mail or a file.',
    next: helps ? 'Take the suggestion, or type the text by hand.' : 'Type the text by hand, on one line.',
    ...(helps ? { suggestion: cleaned } : {}),
  };
}

/** Plain ones, and those of word processors and mail programs. */
const quotes = '"\'`\u00b4\u2018-\u201f\u00ab\u00bb\u2039\u203a';
const aroundAll = new RegExp(`^[${quotes}]+\\s*([^${quotes}]+?)\\s*[${quotes}]+$`);

/** What stands in quotes; null where there are none around all of it. */
const withoutQuotes = (text: string): string | null => aroundAll.exec(text)?.[1] ?? null;

/** One edit is to be enough, also where more than the quotes is wrong. */
const suggestionFor = (inner: string, read: Result<unknown, Unreadable>): string =>
  read.ok ? inner : (read.error.suggestion ?? inner);

const inQuotes = (text: string, suggestion: string): Unreadable => ({
  what: `${quoted(text)} has quotes around it that would be part of the value.`,
  why: 'Word processors, mail programs and scripts put quotes around values, and they come along.',
  next: 'Remove the quotes, or take the suggestion.',
  suggestion,
});

/** Adds a suggestion where there is one. */
export const suggesting = (suggestion: string | undefined): { suggestion?: string } =>
  suggestion === undefined ? {} : { suggestion };
