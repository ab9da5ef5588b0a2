import type { Ports, Stream } from '../../ports/ports.ts';
import { cleanText } from '../../problems/clean.ts';
import { fold } from './fold.ts';

/** A line to say. A command that is too long goes on in a way that a shell reads as one. */
export type Line = string | { command: string };

/** Lines added at the end, and nothing else: no escape sequence, nothing is ever drawn again. */
export type Voice = {
  say(lines: readonly Line[]): void;
  /** Asks at the start of a line that stays open for the answer. */
  ask(prompt: string): void;
  /** Whether an answer is still waited for: nothing was said since it was asked for. */
  isAsking(): boolean;
  /** What was answered, or null when nothing will be: closes the open line. */
  answered(text: string | null): void;
  /** Begins a new line, wherever a terminal has put its sign for Ctrl+C. */
  interrupted(): void;
};

type Wanted = {
  stream: Stream;
  /** Whether answers have to be written too: a terminal shows what is typed by itself. */
  echoes: boolean;
  /** What makes a line of a command go on, in the shell of this system. */
  goesOn: string;
};

/** A voice that only tells, on a stream of this computer. */
export const voiceOn = (stream: Stream, { machine }: Pick<Ports, 'machine'>): Wanted => ({
  stream,
  echoes: false,
  goesOn: machine.platform === 'win32' ? '`' : '\\',
});

const narrowest = 20;

export function createVoice({ stream, echoes, goesOn }: Wanted): Voice {
  let open: string | null = null;
  const width = () => Math.max(narrowest, stream.columns - 1);
  const write = (lines: readonly string[]) => stream.write(lines.map((line) => `${line}\n`).join(''));
  const close = () => {
    if (open !== null) stream.write('\n');
    open = null;
  };
  return {
    say: (lines) => {
      if (lines.length === 0) return;
      close();
      write(lines.flatMap((line) => folded(line, width(), goesOn)));
    },
    ask: (prompt) => {
      close();
      const lines = fold(plain(prompt), width() - 1);
      write(lines.slice(0, -1));
      open = lines.at(-1) ?? '';
      stream.write(`${open} `);
    },
    isAsking: () => open !== null,
    answered: (text) => {
      if (open === null) return;
      if (text === null) return close();
      if (echoes) echo(plain(text));
      open = null;
    },
    interrupted: () => {
      if (open === null && echoes) return;
      open = null;
      stream.write('\n');
    },
  };

  function echo(text: string): void {
    const isShort = `${open} ${text}`.length <= width() && /^[ -~]*$/.test(text);
    stream.write(isShort ? `${text}\n` : '\n');
    if (!isShort) write(fold(text, width()));
  }
}

const folded = (line: Line, width: number, goesOn: string): string[] =>
  typeof line === 'string'
    ? fold(plain(line), width)
    : fold(plain(line.command), width, ` ${isCmdlet(line.command) ? '`' : goesOn}`);

/** Whatever the system, `Get-SPOSite` is for PowerShell. */
const isCmdlet = (command: string): boolean => /^[A-Z][a-z]+-[A-Z]/.test(command);

/** Cleaned, and without the one sign of our own that is not ASCII. */
const plain = (text: string): string => cleanText(text).replaceAll('…', '...');
