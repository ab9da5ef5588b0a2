import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulatedClock } from '../../src/simulator/clock.ts';
import { createWorld } from '../../src/simulator/create-world.ts';
import type { FaultPlanName } from '../../src/simulator/faults.ts';
import { serveSimulator } from '../../src/simulator/http.ts';
import type { World } from '../../src/simulator/world.ts';
import { createLedger } from '../../src/store/ledger.ts';
import { fakeClock, fakeRandom, realFiles } from '../runtime/fake-ports.ts';
import { type FastTime, fastTime } from '../support/fast-processes.ts';
import { noon } from './cases.ts';
import { type Ended, type Kill, runProgram } from './processes.ts';
import { type Records, recordsIn } from './records.ts';

/** One process after the other: the entries of the log from `from` up to the next one's are its own. */
export type Life = { from: number };

const factor = 20;
/** What a killed process had sent may still be on its way. */
const restMs = 60;

/** A computer that reaches the simulator over HTTP with one process after the other, in time that runs fast. */
export type WaveComputer = {
  world: World;
  time: FastTime;
  lives: readonly Life[];
  folder: string;
  /** From now on. */
  weather(plan: FaultPlanName): void;
  /** From the first create on. */
  weatherFromCreate(plan: FaultPlanName): void;
  run(argv: readonly string[], kill?: Kill): Promise<Ended>;
  records(): Promise<Records>;
  close(): Promise<void>;
};

export async function waveComputer(seed: number): Promise<WaveComputer> {
  const time = fastTime(noon, factor);
  const world = createWorld({ scenario: 'storm', seed, startedAt: noon });
  world.options.logLimit = 1_000_000;
  let atCreate: FaultPlanName | null = null;
  const onChange = ({ log }: World): void => {
    if (atCreate === null || log.at(-1)?.kind !== 'create') return;
    world.faults.plan = atCreate;
    atCreate = null;
  };
  const face = { epoch: noon, realEpoch: noon, speed: 1, realNow: time.now, realSleep: time.sleep };
  const served = await serveSimulator({ world, port: 0, clock: simulatedClock(face), onChange });
  const folder = mkdtempSync(join(tmpdir(), 'crossorg-wave-'));
  const runs = join(folder, 'state', 'custom', 'runs');
  const { PATH = '', SystemRoot = '' } = process.env;
  const env = {
    ...{ PATH, SystemRoot, HOME: folder, LANG: 'en_US.UTF-8' },
    ...{ CROSSORG_STATE_DIR: join(folder, 'state'), CROSSORG_CONFIG_DIR: join(folder, 'config') },
    ...{ CROSSORG_GRAPH_URL: served.url, CROSSORG_ACCESS_TOKEN: served.token },
  };
  const lives: Life[] = [];
  return {
    world,
    time,
    lives,
    folder,
    weather: (plan) => {
      world.faults = { plan, seen: {} };
    },
    weatherFromCreate: (plan) => {
      atCreate = plan;
    },
    run: async (argv, kill) => {
      lives.push({ from: world.log.length });
      const writes = () => existsSync(runs) && readdirSync(runs).some((name) => name.endsWith('.sqlite'));
      const ended = await runProgram(argv, { env, kill, writes, node: time.node(), longestMs: 240_000 });
      await new Promise((resolve) => setTimeout(resolve, restMs));
      return ended;
    },
    records: () => {
      const disk = { files: realFiles, folder: runs };
      return recordsIn(disk, createLedger({ ...disk, clock: fakeClock(), random: fakeRandom() }));
    },
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A file of so many people whom the simulator knows, on that computer. */
export function peopleFile({ folder }: Pick<WaveComputer, 'folder'>, count: number): string {
  const path = join(folder, 'wave.csv');
  const rows = Array.from({ length: count }, (_, at) => {
    const name = `user${String(at + 1).padStart(4, '0')}`;
    return `user,${name}@contoso.com,${name}@fabrikam.com,https://fabrikam-my.sharepoint.com`;
  });
  writeFileSync(path, ['type,source,target,targetHost', ...rows, ''].join('\n'));
  return path;
}
