import { cleanText } from './clean.ts';

const enough = 4_000;

/**
 * Wording made even, because the same message is published in two: lower case, `cannot` for `can't`, `does not` for
 * `doesn't`, no hyphens between letters, British `licence`.
 */
export const looseText = (text: string): string =>
  cleanText(text, { maxLength: enough })
    .toLowerCase()
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/\bcan't\b|\bcan not\b|\bcant\b/gu, 'cannot')
    .replace(/([a-z])n't\b/gu, '$1 not')
    .replace(/(?<=[a-z])-(?=[a-z])/gu, ' ')
    .replace(/licens/gu, 'licenc')
    .replace(/\s+/gu, ' ');
