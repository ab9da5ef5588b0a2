import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { World } from '../../src/simulator/world.ts';
import type { CommandLine, Document, Told } from './command-line.ts';
import { simulated } from './moves.ts';

export type Line = { name: string; start?: string };

/** People of the simulator with nothing wrong with them. */
export const people = (count: number, start?: string): Line[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `user${String(at + 1).padStart(4, '0')}`,
    ...(start === undefined ? {} : { start }),
  }));

/** A wave's file on a computer, and its path. */
export function waveFile({ folder }: CommandLine, lines: readonly Line[]): string {
  const path = join(folder, 'wave.csv');
  const rows = lines.map(({ name, start = 'now' }) =>
    ['user', `${name}@contoso.com`, `${name}@fabrikam.com`, 'https://fabrikam-my.sharepoint.com', start].join(','),
  );
  writeFileSync(path, ['type,source,target,targetHost,start', ...rows, ''].join('\n'));
  return path;
}

const waveOf = (computer: CommandLine, lines: readonly Line[], more: readonly string[]): string[] => [
  ...['wave', waveFile(computer, lines), '--confirm', String(lines.length), '--budget', '100000'],
  ...[...simulated, ...more],
];

/** Submits a wave on the simulator, and says its run. */
export async function submitted(
  computer: CommandLine,
  lines: readonly Line[],
  ...more: string[]
): Promise<{ run: string; json: Document }> {
  const { json } = await computer.run([...waveOf(computer, lines, more), '--json']);
  return { run: json.run, json };
}

/** So many rows of a wave wait in the service at most, and the others wait for their turn. */
const mostWaiting = 4;
/** Said a second time, a minute after the first: as many as may wait are queued by then, and none has begun. */
const waits = /(\d+ tasks of this run wait in the service[\s\S]*){2}/;

/** Ctrl+C while most rows of a wave wait for their turn: four are queued, the others were not sent. */
export async function stoppedHalfway(computer: CommandLine, lines: readonly Line[]): Promise<string> {
  await computer.run(waveOf(computer, lines, ['--max-pending', String(mostWaiting)]), { stopAt: waits });
  const { json } = await computer.run(['runs', '--json', ...simulated]);
  return json.runs[0].run;
}

/** A wave that another process sends, four rows at a time; `sending` is its run once it waits for room. */
export function sentElsewhere(
  computer: CommandLine,
  lines: readonly Line[],
): { sending: Promise<string>; told: Promise<Told> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const told = computer.run(waveOf(computer, lines, ['--max-pending', String(mostWaiting)]), {
    onSaid: ({ err }) => {
      if (waits.test(err)) resolve();
    },
  });
  const sending = promise.then(async () => {
    const { json } = await computer.run(['runs', '--json', ...simulated]);
    return json.runs[0].run as string;
  });
  return { sending, told };
}

/** Changes the embedded simulator's world between two commands. */
export function changeWorld({ folder }: CommandLine, change: (world: World) => void): void {
  const database = new DatabaseSync(join(folder, 'state', 'simulator', 'world.sqlite'));
  try {
    const saved = JSON.parse(String(database.prepare('SELECT text FROM world').get()?.text));
    change(saved.world);
    database.prepare('UPDATE world SET text = ?').run(JSON.stringify(saved));
  } finally {
    database.close();
  }
}
