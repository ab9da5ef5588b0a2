import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter();
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Splits into what a person sees as one character each. */
export const graphemes = (text: string): string[] =>
  PRINTABLE_ASCII.test(text) ? text.split('') : Array.from(segmenter.segment(text), (part) => part.segment);

/**
 * Takes joined and toned emoji apart. Terminals disagree about how wide those are, and a line that is wider than it was
 * measured wraps and moves every line below it. Between letters a joiner stays: some scripts are written with it.
 */
export const apart = (text: string): string =>
  PRINTABLE_ASCII.test(text)
    ? text
    : text.replace(/[\uFE0F\p{Emoji_Modifier}]/gu, '').replace(/(?<=\p{Extended_Pictographic})\u200D/gu, '');

/** Cells a text takes in a terminal, measured as Ink measures it so that columns and the cursor agree with its layout. */
export const widthOf = (text: string): number => stringWidth(text);

/** Fills up with spaces on the right; longer text stays as it is. */
export const padEndTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Fills up with spaces on the left; longer text stays as it is. */
export const padStartTo = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;
