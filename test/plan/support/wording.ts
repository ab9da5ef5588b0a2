/** The rules for every text on screen, as a list of what a text breaks. */
export function faultsIn({ what, why, next }: { what: string; why: string; next: string }): string[] {
  const all = `${what} ${why} ${next}`;
  return [
    [what, why, next].some((text) => text.trim() === '') && 'something is empty',
    /\w!/.test(all) && 'has an exclamation mark',
    blame.test(all.replaceAll(/"[^"]*"/g, '')) && `blames: ${blame.exec(all)?.[0]}`,
    what.length > 2 * width && 'what is over two lines',
    why.length > 2 * width && 'why is over two lines',
    next.length > 3 * width && 'next is over three lines',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/.test(all) && 'carries control characters',
    [what, why].some((text) => !/[.?"]$/.test(text) && !/[,"]$/.test(text)) && 'does not end as a sentence',
  ].filter((fault) => typeof fault === 'string');
}

const width = 79;
const blame =
  /\b(invalid|illegal|incorrect|wrong|bad|mistake|oops|sorry|please|you (?:have|did|forgot|must|should|entered|typed)|your (?:fault|error))\b/i;
