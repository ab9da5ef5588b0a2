/** Breaks text at spaces into lines of at most `width` characters; a longer word stays whole, so that it can be copied. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const lengthOf = (text: string): number => [...text].length;

/** A label in a column of its own, and wrapped text beside it. A label that is too long gets its own line. */
export function besides(label: string, text: string, { column, width }: { column: number; width: number }): string[] {
  const lines = wrap(text, Math.max(width - column, 20));
  const indent = ' '.repeat(column);
  if (lengthOf(label) >= column) return [label, ...lines.map((line) => indent + line)];
  return lines.map((line, index) => (index === 0 ? label.padEnd(column) : indent) + line);
}
