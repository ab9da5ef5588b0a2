import { join } from 'node:path';
import type { CommandLine } from '../support/command-line.ts';
import { confirmed, simulated, userMove } from '../support/moves.ts';
import { flagsOf, pairTexts } from '../support/profiles.ts';
import { people, waveFile } from '../support/waves.ts';

/** What is said to a command, and the exit codes that the table of the contract has for what can come of it. */
export type Said = { argv: readonly string[]; exits: readonly number[] };

const said = (exits: readonly number[], ...argv: string[]): Said => ({ argv, exits });

/** An answer is missing, or the word that agrees: nothing is asked, and nobody is called. */
const missing = [2];
/** Ready, not ready, or nobody there to tell. */
const checked = [0, 3, 7];
/** Nothing of the kind was recorded, where the weather let nothing come about. */
const recorded = [0, 6];

const move = userMove();
const [wave, plan, exported] = ['wave.csv', 'plan.json', 'profiles.json'];

/** Commands that talk to the service. None of these lines agrees to anything. */
export const talking: readonly Said[] = [
  said(missing, 'migrate'),
  said(missing, 'migrate', 'user'),
  said(missing, ...move),
  said(checked, ...move, '--dry-run'),
  said(missing, 'wave'),
  said(missing, 'wave', wave),
  said(checked, 'wave', wave, '--dry-run'),
  said(missing, 'apply'),
  said(missing, 'apply', 'nowhere.json'),
  said(missing, 'apply', plan),
  said(checked, 'apply', plan, '--dry-run'),
  said(missing, 'status'),
  said([0, 6, 7], 'status', '--last'),
  // An unusual status of the service may also be that of a permission, or of a conflict.
  said([0, 4, 6, 7, 9], 'status', 'kim@contoso.com'),
  said([4, 6, 7, 9], 'status', 'dana@contoso.com'),
  said(missing, 'watch'),
  said([0, 6, 7, 8], 'watch', '--last', '--timeout', '1h'),
  said(missing, 'cancel'),
  said([2, 6], 'cancel', '--last'),
  said([2, 4, 6, 7, 9], 'cancel', 'dana@contoso.com'),
  said([0, 6, 7], 'resume'),
  said([0, 6, 7], 'resume', '--last'),
  said(missing, 'retry'),
  said(missing, 'retry', '--last'),
  said([0, 3, 6, 7], 'retry', '--last', '--dry-run'),
  said([0], 'runs'),
  said(recorded, 'runs', '--last'),
  said([0, 2], 'runs', 'prune', '--older', '1d'),
  said(recorded, 'report', '--last'),
  said([0], 'demo'),
];

/** Commands that need no service, or only that of signing in. */
export const quiet: readonly Said[] = [
  said([0], 'profile'),
  said([0], 'profile', 'show', 'c2f'),
  said(missing, 'profile', 'new'),
  said(missing, 'profile', 'new', 'other'),
  said(missing, 'profile', 'edit', 'c2f'),
  said(missing, 'profile', 'remove'),
  said(missing, 'profile', 'remove', 'c2f'),
  said([0], 'profile', 'export', 'c2f'),
  said(missing, 'profile', 'import'),
  said([0], 'profile', 'import', exported),
  said(missing, 'login'),
  said([7], 'login', '--profile', 'c2f'),
  said([4], 'login', '--profile', 'c2f', '--side', 'target'),
  said(missing, 'logout'),
  said([0], 'logout', '--profile', 'c2f'),
  said(missing, 'whoami'),
  said([4], 'whoami', '--profile', 'c2f'),
  said(missing, ...move, '--profile', 'c2f'),
  said([4], ...move, '--profile', 'c2f', '--dry-run'),
  said(missing, 'wave', wave, '--profile', 'c2f'),
  said([4], 'status', 'dana@contoso.com', '--profile', 'c2f'),
  said([4], 'cancel', 'dana@contoso.com', '--profile', 'c2f'),
  said([0], 'bundle'),
  said([0], 'explain'),
  said([0], 'explain', '403'),
  said([0], 'schema'),
  said([0], 'schema', 'migrate'),
  said(missing, 'schema', 'nonsense'),
  said(missing, 'completion'),
  ...['bash', 'zsh', 'fish', 'pwsh'].map((shell) => said([0], 'completion', shell)),
  said([0], 'simulate', '--list'),
];

export const isMissing = ({ exits }: Said): boolean => exits === missing;

export const titleOf = ({ argv }: Said): string => argv.join(' ');

/** The line with the files of a computer in it. */
export const argvOn = ({ folder }: CommandLine, { argv }: Said): string[] =>
  argv.map((word) => ([wave, plan, exported].includes(word) ? join(folder, word) : word));

/** Everything that the lines name: a wave, a plan, a profile, and a file of profiles. */
export async function prepare(computer: CommandLine): Promise<void> {
  waveFile(computer, people(3));
  const clientId = '1f2e3d4c-0000-4000-8000-000000000001';
  await computer.run([...userMove('sam'), ...simulated, '--dry-run', '--plan-out', join(computer.folder, plan)]);
  await computer.run(['profile', 'new', 'c2f', ...flagsOf({ ...pairTexts, clientId, auth: 'device' })]);
  await computer.run(['profile', 'export', 'c2f', '--out', join(computer.folder, exported)]);
  computer.forget('simulator');
}

/** A run that there is something to say about, as far as the weather lets it come about. */
export const submitOne = (computer: CommandLine, scenario: string) =>
  computer.run([...userMove('kim'), ...simulated, '--scenario', scenario, ...confirmed]);

/** What was made and cancelled at the service. */
export const effectsIn = ({ world: { tasks, late } }: CommandLine) => ({
  made: tasks.length + late.length,
  cancelled: tasks.filter(({ cancelAt }) => cancelAt !== null).length,
});
