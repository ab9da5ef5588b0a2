const char = (code: number): string => String.fromCharCode(code);
const esc = char(0x1b);
const bell = char(0x07);
const csi = char(0x9b);
/** Ends a control string. */
const st = char(0x9c);
/** 8-bit starts of control strings: DCS, SOS, OSC, PM, APC. */
const starts = [0x90, 0x98, 0x9d, 0x9e, 0x9f].map(char).join('');

// The content excludes every start, so that an unfinished string is given up after one look: linear for any input.
const controlString = new RegExp(
  `(?:${esc}[\\]PX^_]|[${starts}])[^${bell}${esc}${st}${starts}]*(?:${bell}|${esc}\\\\|${st})`,
  'gu',
);
const controlSequence = new RegExp(`(?:${esc}\\[|${csi})[0-?]*[ -/]*[@-~]`, 'gu');
const otherEscape = new RegExp(`${esc}[ -/]*[0-~]?`, 'gu');
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/** Marks that turn the direction of text, and marks that nobody sees. */
const unseen =
  /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u200B\u2060-\u2064\u180E\u00AD\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const joiners = /[\u200C\u200D]/gu;
const endsInEmoji = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\uFE0F?$/u;
const startsWithEmoji = /^\p{Extended_Pictographic}/u;
const endsInLetter = /[\p{L}\p{M}]$/u;
const startsWithLetter = /^[\p{L}\p{M}]/u;
const neverJoined = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}]/u;

/**
 * Makes text of the service, of files and of tenants harmless on a terminal: no escape sequences, no control characters,
 * nothing that turns or hides text; line breaks become spaces. Cut at `maxLength` characters, with an ellipsis.
 */
export function cleanText(text: string, { maxLength = Number.POSITIVE_INFINITY }: { maxLength?: number } = {}): string {
  // Room for sequences that fall away; what is longer is cut before the work.
  const bounded = text.slice(0, maxLength * 16 + 1024);
  const clean = bounded
    .toWellFormed()
    .replace(controlString, '')
    .replace(controlSequence, '')
    .replace(otherEscape, '')
    .replace(lineBreaks, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(unseen, '')
    .replace(joiners, (joiner, at: number, whole: string) => (joins(whole, at) ? joiner : ''))
    .trim();
  return clean.length > maxLength || bounded.length < text.length ? cut(clean, maxLength) : clean;
}

/** Joiners stay inside emoji, and between letters of scripts that are written with them. */
function joins(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  const after = text.slice(at + 1, at + 3);
  if (endsInEmoji.test(before)) return startsWithEmoji.test(after);
  return endsInLetter.test(before) && startsWithLetter.test(after) && !neverJoined.test(before + after);
}

/** Never ends in half a character or in a joiner that would take up what follows. */
const cut = (text: string, maxLength: number): string =>
  `${text
    .slice(0, Math.max(0, maxLength - 1))
    .replace(/[\uD800-\uDBFF]$/u, '')
    .replace(/[\u200C\u200D]+$/u, '')}…`;
