import type { Ports } from '../../ports/ports.ts';
import { commandNames } from '../../problems/available.ts';
import type { Section } from './section.ts';

/** How many files about faults are taken in. */
const mostCrashes = 5;
const isCrash = (name: string): boolean => /^crash-\d{4}-\d\d-\d\dT[\d-]+Z\.log$/.test(name);

/** The newest faults of the program: what kind of error, and where in our own code. What it said stays here. */
export async function crashesSection({ files, folders }: Pick<Ports, 'files' | 'folders'>): Promise<Section> {
  const names = (await files.list(folders.state)).filter(isCrash).sort().reverse();
  const crashes = [];
  for (const name of names.slice(0, mostCrashes)) {
    const text = (await files.read(files.join(folders.state, name))) ?? '';
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    crashes.push({ name, lines, told: lines.flatMap((line) => crashLine(line) ?? []) });
  }
  return {
    title: 'Faults of the program',
    lines: crashes.flatMap(({ name, told }) => [name, ...told.map((line) => `  ${line}`)]),
    files: crashes.map(({ name, told }) => ({ name, lines: told.length })),
    hidden: [
      { what: 'messages of errors', count: crashes.flatMap(({ lines }) => lines).filter(isMessage).length },
      { what: 'older files about faults', count: Math.max(0, names.length - mostCrashes) },
    ],
  };
}

const head =
  /^crossorg \d{1,4}(?:\.\d{1,4}){2}(?:-[a-z]{1,10}(?:\.\d{1,3})?)? on [a-z0-9]{2,12}, \d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/;
const errorName = /^(Caused by: )?([A-Z][A-Za-z]{0,40}Error|Error)\b/;
const frame =
  /^ {4}at (?:((?:async )?(?:new )?[\w$.<>]{1,80}) (?:\[as [\w$.]{1,60}\] )?\()?(?:\S.*[\\/])?([\w.-]{1,60}\.[cm]?[jt]sx?|node:[\w/]{1,60}):(\d{1,7}):(\d{1,7})\)?$/;

const isMessage = (line: string): boolean =>
  !head.test(line) && !line.startsWith('crossorg ') && !/^ {4}at /.test(line);

/** One line as the bundle may have it; null for one that is left out. */
export function crashLine(line: string): string | null {
  if (head.test(line)) return line;
  if (line.startsWith('crossorg ')) return line.split(' ').map(commandWord).join(' ');
  const [, name, file, row, column] = frame.exec(line) ?? [];
  if (file !== undefined) return `at ${name ?? 'top level'} (${file}:${row}:${column})`;
  const [, cause = '', kind] = errorName.exec(line) ?? [];
  return kind === undefined ? null : `${cause}${kind}`;
}

const commandWord = (word: string, index: number): string =>
  index === 0 || (index === 1 && commandNames.includes(word)) || /^--?[a-z]+(-[a-z]+)*$/i.test(word) ? word : '…';
