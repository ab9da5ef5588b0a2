import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter();
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Splits into what a person sees as one character each. */
export const graphemes = (text: string): string[] =>
  PRINTABLE_ASCII.test(text) ? text.split('') : Array.from(segmenter.segment(text), (part) => part.segment);

/** Cells a text takes in a terminal, measured as Ink measures it so that columns and the cursor agree with its layout. */
export const widthOf = (text: string): number => stringWidth(text);

/** Fills up with spaces on the right; longer text stays as it is. */
export const padEndTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Fills up with spaces on the left; longer text stays as it is. */
export const padStartTo = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;
