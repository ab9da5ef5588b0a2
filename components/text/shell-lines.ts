import { widthOf } from './width.ts';

const goesOn = ' \\';

/**
 * A command for a POSIX shell in lines of at most so many cells, which are one command again when they are pasted; null
 * where an argument is too long for that.
 */
export function shellLines(command: string, width: number): string[] | null {
  if (widthOf(command) <= width) return [command];
  const room = width - goesOn.length;
  const parts = command.match(/(?:'[^']*'|[^\s'])+/g) ?? [];
  if (parts.join(' ') !== command || parts.some((part) => widthOf(part) > room)) return null;
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(line) + 1 + widthOf(part) <= room) lines[lines.length - 1] = `${line} ${part}`;
    else lines.push(part);
  }
  return lines.map((line, at) => (at < lines.length - 1 ? line + goesOn : line));
}
