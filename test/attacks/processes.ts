import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { World } from '../../src/simulator/world.ts';
import { createLedger } from '../../src/store/ledger.ts';
import { fakeClock, fakeRandom, realFiles } from '../runtime/fake-ports.ts';
import { type Records, recordsIn } from './records.ts';

const program = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));

/** When a process is killed: after a while, or a while after it said something or began to write its run. */
export type Kill = { afterMs: number; once?: 'writes' | `"event":"${string}"` };

export type Ended = { exitCode: number | null; wasKilled: boolean; hung: boolean; out: string; err: string };

/** No command here takes longer, unless it hangs. */
const longestMs = 30_000;

/** A computer of its own for a few processes of the built program, with the embedded simulator on its disk. */
export class Computer {
  readonly folder = mkdtempSync(join(tmpdir(), 'crossorg-kills-'));
  readonly #folderOfRuns = join(this.folder, 'state', 'simulator', 'runs');
  readonly #world = join(this.folder, 'state', 'simulator', 'world.sqlite');

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  run(argv: readonly string[], kill?: Kill): Promise<Ended> {
    const { PATH = '', SystemRoot = '' } = process.env;
    const env = {
      ...{ PATH, SystemRoot, HOME: this.folder, LANG: 'en_US.UTF-8' },
      CROSSORG_STATE_DIR: join(this.folder, 'state'),
      CROSSORG_CONFIG_DIR: join(this.folder, 'config'),
    };
    return runProgram(argv, { env, kill, writes: () => this.#runs().length > 0 });
  }

  #runs(): string[] {
    return existsSync(this.#folderOfRuns)
      ? readdirSync(this.#folderOfRuns).filter((name) => name.endsWith('.sqlite'))
      : [];
  }

  /** The simulated world as the last process left it; null before there was one. */
  world(): World | null {
    return existsSync(this.#world) ? this.#savedWorld((saved) => saved?.world ?? null) : null;
  }

  /** The simulated service's time goes on by so much, while nobody works. */
  pass(ms: number): void {
    this.#savedWorld((saved, save) => {
      if (saved) save({ ...saved, face: { ...saved.face, epoch: saved.face.epoch + ms } });
      return null;
    });
  }

  #savedWorld<T>(work: (saved: Saved | null, save: (saved: Saved) => void) => T): T {
    const database = new DatabaseSync(this.#world);
    try {
      const hasTable = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'world'").get() !== undefined;
      const text = hasTable ? database.prepare('SELECT text FROM world').get()?.text : undefined;
      const save = (saved: Saved) => database.prepare('UPDATE world SET text = ?').run(JSON.stringify(saved));
      return work(typeof text === 'string' ? JSON.parse(text) : null, save);
    } finally {
      database.close();
    }
  }

  records(): Promise<Records> {
    const disk = { files: realFiles, folder: this.#folderOfRuns };
    return recordsIn(disk, createLedger({ ...disk, clock: fakeClock(), random: fakeRandom() }));
  }
}

type Saved = { face: { epoch: number }; world: World };

type Running = {
  env: Record<string, string>;
  kill: Kill | undefined;
  /** Whether it began to write its run. */
  writes: () => boolean;
  /** What Node itself is told. */
  node?: readonly string[];
  longestMs?: number;
};

/** The built program, to its end or until it is killed. */
export const runProgram = (argv: readonly string[], { env, node = [], ...running }: Running): Promise<Ended> =>
  ended(spawn(process.execPath, [...node, program, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] }), running);

type Child = ReturnType<typeof spawn>;

function ended(child: Child, { kill, writes, longestMs: limitMs = longestMs }: Omit<Running, 'env'>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const said = { out: '', err: '' };
    let hung = false;
    const limit = setTimeout(() => {
      hung = true;
      child.kill('SIGKILL');
    }, limitMs);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said.err += text;
    });
    const stopAiming = kill
      ? aim(child, kill, (once) => (once === 'writes' ? writes() : said.out.includes(once)))
      : null;
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      stopAiming?.();
      clearTimeout(limit);
      resolve({ exitCode, wasKilled: signal === 'SIGKILL' && !hung, hung, ...said });
    });
  });
}

/** Kills when its time has come, without a word; returns how to leave it alive. */
function aim(
  child: Child,
  { afterMs, once }: Kill,
  happened: (once: NonNullable<Kill['once']>) => boolean,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watch = setInterval(() => {
    if (once !== undefined && !happened(once)) return;
    clearInterval(watch);
    timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  }, 1);
  return () => {
    clearInterval(watch);
    clearTimeout(timer);
  };
}
