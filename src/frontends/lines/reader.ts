import { createInterface } from 'node:readline';

/** Answers, line by line, in the order in which they were typed. */
export type Reader = {
  /** Nobody types: the answers were written before the questions were asked. */
  isPipe: boolean;
  /** Resolves when the next line is there and wanted, or when no more can come; never once the signal says stop. */
  ready(signal: AbortSignal, isWanted: (line: string) => boolean): Promise<void>;
  /** The next line; null when there is none. */
  take(): string | null;
  /** No line is left, and none will come. */
  isOver(): boolean;
  /** Forgets the lines that came so far, and says whether there were any. */
  forget(): boolean;
  close(): void;
};

/** Reads without any editing of its own, so that nothing is ever written back. */
export function createReader(input: NodeJS.ReadableStream, isPipe: boolean): Reader {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let hasEnded = false;
  const wake = () => {
    for (const look of [...waiting]) look();
  };
  const source = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  source.on('line', (line) => {
    lines.push(line);
    wake();
  });
  source.on('close', () => {
    hasEnded = true;
    wake();
  });
  const isOver = () => hasEnded && lines.length === 0;
  return {
    isPipe,
    ready: (signal, isWanted) =>
      new Promise((resolve) => {
        const look = () => {
          const [first] = lines;
          if (first === undefined ? !hasEnded : !isWanted(first)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        signal.addEventListener('abort', () => waiting.delete(look), { once: true });
        look();
      }),
    take: () => lines.shift() ?? null,
    isOver,
    forget: () => lines.splice(0).length > 0,
    close: () => source.close(),
  };
}
