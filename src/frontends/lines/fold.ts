/** Cells a text takes at most: wide letters count twice, so that a line is rather too short than too long. */
const cellsOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter < '\u1100' ? 1 : 2), 0);

/**
 * Breaks text at spaces into lines of at most `width` cells; a word that is longer than a line is broken. `glue` ends
 * every line but the last.
 */
export function fold(text: string, width: number, glue = ''): string[] {
  const room = Math.max(1, width - glue.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && cellsOf(line) + 1 + cellsOf(word) <= room) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = broken(word, room);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return [...lines.map((one) => one + glue), line];
}

/** After a slash where there is one, as addresses are read, else wherever the line ends. */
function broken(word: string, room: number): string[] {
  const letters = [...word];
  const parts: string[] = [];
  while (letters.length > 0) {
    let count = 1;
    while (count < letters.length && cellsOf(letters.slice(0, count + 1).join('')) <= room) count += 1;
    const slash = count < letters.length ? letters.slice(0, count).lastIndexOf('/') + 1 : 0;
    parts.push(letters.splice(0, slash > 8 ? slash : count).join(''));
  }
  return parts.length === 0 ? [''] : parts;
}
