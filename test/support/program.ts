import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as plain } from 'vitest';
import { wrongIn } from './answer-shape.ts';

const built = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));

/** One run of the built program, with pipes in place of a terminal. */
export class Program {
  out = '';
  err = '';
  readonly argv: readonly string[];
  readonly child: ChildProcess;
  readonly #exited: Promise<number>;
  readonly #waiting = new Set<() => void>();

  constructor(argv: readonly string[], env: Record<string, string>) {
    this.argv = argv;
    this.child = spawn(process.execPath, [built, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (data: Buffer) => this.#hear('out', data));
    this.child.stderr?.on('data', (data: Buffer) => this.#hear('err', data));
    this.#exited = new Promise((resolve) => this.child.on('close', (code) => resolve(code ?? -1)));
  }

  #hear(name: 'out' | 'err', data: Buffer): void {
    this[name] += data.toString();
    for (const look of this.#waiting) look();
  }

  /** Resolves when the text is on one of the two streams. */
  said(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!this.out.includes(text) && !this.err.includes(text)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      void this.#exited.then(() => reject(new Error(`It ended without saying ${text}:\n${this.out}\n${this.err}`)));
      look();
    });
  }

  /** Its exit code, when it has ended by itself; what it said is held to the contract's form. */
  async ended(): Promise<number> {
    const exitCode = await this.#exited;
    expect(wrongIn(this.argv, { exitCode, out: this.out, err: this.err })).toEqual([]);
    return exitCode;
  }
}

type Start = (argv: readonly string[], env?: Record<string, string>) => Program;

/** Programs that share a home of their own; what still runs in the end is stopped. */
export const test = plain.extend<{ start: Start }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that vitest reads
  start: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'crossorg-program-'));
    const { PATH = '' } = process.env;
    const home = { PATH, HOME: folder, LANG: 'C.UTF-8', TZ: 'UTC' };
    const ours = { CROSSORG_STATE_DIR: join(folder, 'state'), CROSSORG_CONFIG_DIR: join(folder, 'config') };
    const started: Program[] = [];
    await use((argv, env = {}) => {
      const program = new Program(argv, { ...home, ...ours, ...env });
      started.push(program);
      return program;
    });
    for (const { child } of started) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  },
});
