import { typedFromFlags } from '../frontends/flags.ts';
import { type Finding, finding, hasErrors } from '../plan/finding.ts';
import { answerAll, readAnswers } from '../plan/progress.ts';
import type { Ports } from '../ports/ports.ts';
import { exits } from '../problems/exit.ts';
import { refuse } from '../refusal.ts';
import { readSheet, type Sheet } from '../wave/csv/sheet.ts';
import { template } from '../wave/csv/write.ts';
import { linesOfSheet } from '../wizard/wave/from-sheet.ts';
import type { WaveLine } from '../wizard/wave/wave-state.ts';
import { counted, waveFindings } from '../wizard/wave/wave-summary.ts';
import type { RowToCheck } from './apply/check.ts';
import { confirmationMissing, wishesOf } from './apply/confirm.ts';
import { type BrokenRow, sendRows } from './apply/rows.ts';
import type { Raw } from './command.ts';
import { type Console, createConsole } from './console.ts';
import { emitEvents } from './events.ts';
import { listeners } from './listeners.ts';
import { openWaveIn, rowsNotThere } from './open-wave.ts';
import { type Opened, openSession } from './session.ts';
import { argvOf, readSettings, type Settings, textFlag } from './settings.ts';
import { asksByLines } from './sign-in/by-lines.ts';
import { fileWords, readWaveFlags, type WaveWishes } from './wave/flags.ts';
import { tellGroups } from './wave/group-lines.ts';
import { sheetOptions, waveBytes } from './wave/sheet.ts';
import { waveWriter } from './wave/writer.ts';

/** Many migrations from one file: in a terminal the screens lead through it, else everything comes from the flags. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  if (raw.flags.template === true) {
    ports.streams.out.write(template());
    return exits.done;
  }
  const settings = await readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, exits.usage, argvOf(raw), ports);
  const console = createConsole(settings.value, ports);
  const wishes = readWaveFlags(raw, settings.value);
  const unreadable = flagFindings(raw, settings.value, ports);
  if (!wishes.ok) return console.fail([...wishes.error, ...unreadable]);
  if (unreadable.length > 0) return console.fail(unreadable);
  const [path] = raw.args;
  if (path === undefined) return console.fail([fileNotNamed]);
  const bytes = await waveBytes(path, ports.files);
  if (!bytes.ok) return console.fail([bytes.error]);
  const missing = confirmationMissing(raw, settings.value, null);
  if (missing) return console.fail([missing]);
  const wave = { raw, settings: settings.value, ports, console, wishes: wishes.value, path, bytes: bytes.value };
  return openWave(wave);
}

/** What is said for all lines has to be readable before any of them is read. */
function flagFindings(raw: Raw, { zone }: Settings, { clock }: Ports): readonly Finding[] {
  const context = { now: clock.now(), zone };
  return readAnswers(answerAll(typedFromFlags([], raw.flags), context), context).findings;
}

export type Wave = {
  raw: Raw;
  settings: Settings;
  ports: Ports;
  console: Console;
  wishes: WaveWishes;
  path: string;
  bytes: Uint8Array;
};

async function openWave(wave: Wave): Promise<number> {
  const { raw, settings, ports, console, wishes } = wave;
  const opened = await openSession(settings, ports, {
    heldBy: raw.flags.dryRun === true ? 'nothing' : 'name',
    ...asksByLines(settings, ports),
    budget: wishes.budget,
    // Screens and lines say themselves what is waited for.
    ...(isLedByPerson(wave) ? {} : listeners(console)),
  });
  if (!opened.ok) return console.fail(opened.error);
  try {
    return await (isLedByPerson(wave) ? byPerson(wave, opened.value) : byFlags(wave, opened.value));
  } finally {
    opened.value.close();
  }
}

/** In a terminal, or with answers from a pipe, unless the flags say how it ends. */
const isLedByPerson = ({ settings, raw }: Wave): boolean =>
  settings.mayAsk &&
  settings.timeoutMs === null &&
  !['confirm', 'confirmTarget', 'dryRun', 'planOut'].some((flag) => raw.set.has(flag));

async function byPerson({ raw, settings, ports, console, wishes, path }: Wave, opened: Opened): Promise<number> {
  const given = { flags: typedFromFlags([], raw.flags), wishes, words: fileWords(raw) };
  opened.own?.leaveToScreens();
  const wave = await openWaveIn(opened, { path }, ports, given);
  if (!wave.ok) return console.fail(wave.error, opened.session);
  return (await import('./open-wizard.ts')).showWave(wave.value, settings, ports);
}

/** The file as a session reads it. */
export function sheetIn({ bytes, raw, wishes }: Pick<Wave, 'bytes' | 'raw' | 'wishes'>, opened: Opened): Sheet {
  const { session, services } = opened;
  const flags = typedFromFlags([], raw.flags);
  const now = services.clock.now();
  return readSheet(bytes, sheetOptions({ session, now, flags, isIdentityMap: wishes.isIdentityMap }));
}

async function byFlags(wave: Wave, opened: Opened): Promise<number> {
  const { raw, settings, ports, console, wishes, path } = wave;
  const { session, services } = opened;
  const sheet = sheetIn(wave, opened);
  const lines = linesOfSheet(sheet, session).filter(({ row }) => wishes.rows?.has(row) ?? true);
  if (hasErrors(sheet.findings)) return failAsFile(wave, opened, { sheet, lines });
  if (lines.length === 0) return console.fail([rowsNotThere(sheet.rows.length)], session);
  const writer = waveWriter({ path, ports, sheet, session, services, planOut: textFlag(raw, 'planOut') });
  const refused = await writer.planRefused(lines.flatMap(({ move }) => (move === null ? [] : [move.id])));
  if (refused) return console.fail([refused], session);
  const about = [...sheet.findings, ...waveFindings(lines, session)];
  const { output } = console;
  if (output.format === 'text') output.notice(readLine(sheet, lines));
  return await sendRows({
    settings,
    ports,
    console,
    opened: { ...opened, services: emitEvents(services, output, session) },
    rows: lines.flatMap(plannedRow),
    broken: lines.flatMap(brokenRow),
    about,
    flags: wishes,
    wishes: wishesOf(raw),
    isWhole: false,
    facts: { file: path, leftOut: sheet.leftOut },
    keepFailed: writer.keepFailed,
    ...(writer.savePlan ? { savePlan: writer.savePlan } : {}),
  });
}

/** What is wrong with the file stands above its lines; both are told at once, so that one round of mending is enough. */
function failAsFile(
  { console }: Wave,
  { session }: Opened,
  { sheet, lines }: { sheet: Sheet; lines: readonly WaveLine[] },
): number {
  const { output } = console;
  if (output.format !== 'text') return console.fail([...sheet.findings, ...lines.flatMap(({ own }) => own)], session);
  const rows = lines.map(({ row, line, own }) => ({ row, line, findings: own }));
  tellGroups(rows, console);
  return console.fail(sheet.findings, session);
}

const plannedRow = ({ row, line, typed, move, own }: WaveLine): RowToCheck[] =>
  move === null ? [] : [{ row, line, typed, move, own }];

const brokenRow = ({ row, line, source, target, move, own }: WaveLine): BrokenRow[] =>
  move === null ? [{ row, line, source, target, findings: own }] : [];

function readLine({ rows, leftOut }: Sheet, lines: readonly WaveLine[]): string {
  const toMend = lines.filter(({ move }) => move === null).length;
  const parts = [
    `${counted(rows.length, 'row')} read`,
    ...(lines.length === rows.length ? [] : [`${lines.length} chosen`]),
    ...(toMend === 0 ? [] : [`${toMend} not ready in the file`]),
    ...(leftOut === 0 ? [] : [`${leftOut} left out: no people`]),
  ];
  return `${parts.join(', ')}.`;
}

const fileNotNamed: Finding = finding(
  {
    field: 'command',
    code: 'waveFileNotNamed',
    what: 'It is not said which file holds the moves.',
    why: 'A wave is read from a CSV file with one line a move.',
    next: [
      { do: 'Name the file.', who: 'you', command: 'crossorg wave wave.csv --dry-run' },
      { do: 'See what a file looks like.', who: 'you', command: 'crossorg wave --template' },
    ],
  },
  { from: 'input' },
);
