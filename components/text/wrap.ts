import { takeCells } from './truncate.ts';
import { apart, graphemes, widthOf } from './width.ts';

/** Breaks a word that is wider than a line; a grapheme wider than the line is kept whole. */
function breakWord(word: string, width: number): string[] {
  const parts: string[] = [];
  let rest = word;
  while (widthOf(rest) > width) {
    const letters = graphemes(rest);
    const part = takeCells(letters, width) || (letters[0] ?? '');
    if (part === rest) break;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/[ \t]+/).filter((part) => part !== '')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = breakWord(word, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return [...lines, line];
}

/** Wraps at spaces into lines of at most so many cells; words that are too long are broken. Line ends in the text stay. */
export const wrapText = (text: string, width: number): string[] =>
  apart(text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, Math.max(1, width)));
