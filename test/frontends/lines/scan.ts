/** What a line may hold beside ASCII: names of people, in their own letters. */
const letters = /[\p{L}\p{M}]/gu;

/** Everything that breaks the rules of line mode in what was said; each piece is what was said between two answers. */
export function faultsIn(pieces: readonly string[], { width }: { width: number }): string[] {
  return pieces.flatMap((piece) => {
    const lines = piece.split('\n');
    const said = lines.filter((line) => line.trim() !== '');
    return [
      ...(piece.includes('\u001b') ? ['an escape byte'] : []),
      ...(piece.includes('\r') ? ['a carriage return'] : []),
      ...lines.filter((line) => line.length > width).map((line) => `too long: ${line}`),
      ...lines.filter((line) => /[^ -~]/.test(line.replace(letters, ''))).map((line) => `no plain text: ${line}`),
      ...said.filter((line, at) => said.indexOf(line) !== at && !isData(line)).map((line) => `said twice: ${line}`),
    ];
  });
}

/**
 * A lone word is a piece of an address that did not fit, and a line that begins with a dash the rest of a command. JSON stands
 * twice where the service sends it back.
 */
const isData = (line: string): boolean => !line.includes(' ') || /^["{}-]/.test(line);
