import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { World } from '../../src/simulator/world.ts';
import { createLedger } from '../../src/store/ledger.ts';
import { fakeClock, fakeRandom, realFiles } from '../runtime/fake-ports.ts';
import { type Records, recordsIn } from './records.ts';

const program = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));

/** When a process is killed: after a while, or a moment after it said something. Without one it lives. */
export type Kill = { afterMs: number; said?: string };

export type Ended = { exitCode: number | null; wasKilled: boolean; hung: boolean; out: string; err: string };

/** No command here takes longer, unless it hangs. */
const longestMs = 30_000;

/** A computer of its own for a few processes of the built program, with the embedded simulator on its disk. */
export class Computer {
  readonly folder = mkdtempSync(join(tmpdir(), 'crossorg-kills-'));
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
    const child = spawn(process.execPath, [program, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    return ended(child, kill);
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
    const disk = { files: realFiles, folder: join(this.folder, 'state', 'simulator', 'runs') };
    return recordsIn(disk, createLedger({ ...disk, clock: fakeClock(), random: fakeRandom() }));
  }
}

type Saved = { face: { epoch: number }; world: World };

function ended(child: ReturnType<typeof spawn>, kill: Kill | undefined): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const said = { out: '', err: '' };
    let timer: NodeJS.Timeout | undefined;
    let hung = false;
    const killLater = () => {
      timer ??= setTimeout(() => child.kill('SIGKILL'), kill?.afterMs);
    };
    const limit = setTimeout(() => {
      hung = true;
      child.kill('SIGKILL');
    }, longestMs);
    for (const [name, stream] of [
      ['out', child.stdout],
      ['err', child.stderr],
    ] as const)
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said[name] += text;
        if (kill?.said !== undefined && said.out.includes(kill.said)) killLater();
      });
    if (kill && kill.said === undefined) killLater();
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      clearTimeout(timer);
      clearTimeout(limit);
      resolve({ exitCode, wasKilled: signal === 'SIGKILL' && !hung, hung, ...said });
    });
  });
}
