import type { Clock, Ports } from '../../ports/ports.ts';
import type { WaveLimits } from '../../runtime/wave/perform.ts';
import { createWaveRuntime } from '../../runtime/wave-runtime.ts';
import type { Fix } from '../../wave/csv/fix.ts';
import { typedAsCsv } from '../../wave/csv/from-typed.ts';
import { mendSheet, type Sheet, type SheetOptions } from '../../wave/csv/sheet.ts';
import { fixedCsv, rowsAsCsv } from '../../wave/csv/write.ts';
import type { Session } from '../../wizard/state.ts';
import { fileOf, linesOfSheet } from '../../wizard/wave/from-sheet.ts';
import { readyLines } from '../../wizard/wave/lines.ts';
import { beginWave } from '../../wizard/wave/update.ts';
import type { WaveStep } from '../../wizard/wave/wave-event.ts';
import type { WaveEngine, Written } from '../../wizard/wave/wave-screens.ts';
import type { WaveFile, WaveLine, WaveState } from '../../wizard/wave/wave-state.ts';
import { runOf } from '../../wizard/wave/wave-way-back.ts';
import { planFileFor, writePlan } from '../plan-out.ts';
import type { Opened } from '../session.ts';
import { boardExport } from './export.ts';
import { createWaves } from './waves.ts';
import { besideName, writeBeside } from './writer.ts';

/** A file as it was read. `name` and `words` lead back to it; what belongs to it is written beside `path`. */
export type WaveSheet = {
  path: string;
  name: string;
  words?: readonly string[];
  sheet: Sheet;
  options: SheetOptions;
};

type Wanted = {
  opened: Pick<Opened, 'session' | 'services' | 'signIn'>;
  ports: Pick<Ports, 'files' | 'machine'>;
  /** Null where the wave was read back from the ledger. */
  source: WaveSheet | null;
  limits: WaveLimits;
  onFault: (fault: unknown) => void;
};

/** The first step of a wave that was just read. `rows` are those that take part; null for all. */
export function firstWaveStep(
  session: Session,
  { name, words = [], sheet }: WaveSheet,
  rows: ReadonlySet<number> | null,
): WaveStep {
  const state = beginWave(session, fileWith(words, fileOf(sheet, name, false)), linesOfSheet(sheet, session));
  return { state: { ...state, chosen: rows }, effects: [] };
}

const fileWith = (words: readonly string[], file: WaveFile): WaveFile =>
  words.length === 0 ? file : { ...file, words };

/** A wave for the screens and for lines: what they see of it, and what is written on their behalf. */
export function createWaveEngine(first: WaveStep, { opened, ports, source, limits, onFault }: Wanted): WaveEngine {
  const { services, session } = opened;
  const { files, machine } = ports;
  machine.saveMemory?.();
  const run = createWaves((step) => createWaveRuntime(step, services, { limits, onFault }), first);
  const path = source?.path ?? files.join(machine.cwd, `${first.state.file.name}.csv`);
  // Of what was read only the latest is kept: a long file takes as much room as all the rest.
  const options = source?.options ?? null;
  const words = source?.words ?? [];
  let sheet = source?.sheet ?? null;
  const mend = (fixes: readonly Fix[]): void => {
    // Rows that are tried again are not the file any more: reading it anew would bring all the others back.
    if (!sheet || !options || run.others().length > 0) return;
    sheet = mendSheet(sheet, fixes, options);
    const lines = linesOfSheet(sheet, session);
    const file = fileWith(words, fileOf(sheet, run.state().file.name, true));
    run.dispatch({ type: 'fileRead', file, lines });
  };
  return {
    ...run,
    now: () => services.clock.now(),
    mend,
    writeFixed: () => written(files, besideName(path, 'fixed'), sheet ? fixedCsv(sheet, []) : ''),
    writeRows: (lines) =>
      written(files, besideName(path, 'failed'), sheet ? rowsAsCsv(sheet, rowsOf(sheet, lines)) : typedAsCsv(lines)),
    exportRows: (lines, form) =>
      written(files, besideName(path, 'shown').replace(/\.\w+$/, `.${form}`), boardExport(lines, form, session)),
    savePlan: () => savePlan(run.state(), path, { files, clock: services.clock }),
    retry: (lines) => run.begin(retryStep(run.state(), lines)),
    others: run.others,
    turn: run.turn,
    ...(opened.signIn ? { signIn: opened.signIn } : {}),
  };
}

/** Rows that are asked for again begin as if nobody had asked yet. Once a task was accepted it is no first use any more. */
function retryStep(state: WaveState, lines: readonly WaveLine[]): WaveStep {
  const { targetWord, ...session } = state.session;
  const isFirstUse = targetWord !== undefined && !state.lines.some(({ task }) => task !== null);
  const again = lines.map((line) => ({
    ...line,
    check: null,
    state: 'draft' as const,
    task: null,
    findings: [],
    trouble: null,
    since: null,
  }));
  const place = isFirstUse ? { ...session, targetWord } : session;
  const runId = runOf(state);
  // What is wrong in other lines of the file has been said, and is no matter of these.
  const file = { ...state.file, findings: [], fixes: [], ...(runId === null ? {} : { retryOf: runId }) };
  return { state: beginWave(place, file, again), effects: [] };
}

const rowsOf = (sheet: Sheet, lines: readonly WaveLine[]) => {
  const meant = new Set(lines.map(({ row }) => row));
  return sheet.rows.filter(({ row }) => meant.has(row));
};

type Files = Pick<Ports['files'], 'read' | 'write'>;

async function written(files: Files, path: string, text: string): Promise<Written> {
  if (text === '') return { ok: false, why: 'The file of this wave is not at hand: it was read back from the record.' };
  const at = await writeBeside(files, path, text);
  return at === null
    ? { ok: false, why: `${path} cannot be written. Check the disk and its rights.` }
    : { ok: true, path: at };
}

async function savePlan(
  state: WaveState,
  path: string,
  { files, clock }: { files: Files; clock: Clock },
): Promise<Written> {
  const rows = readyLines(state).flatMap(({ row, line, typed, move }) =>
    move === null ? [] : [{ row, line, typed, move, report: null }],
  );
  const at = besideName(path, 'plan').replace(/\.\w+$/, '.json');
  const saved = await writePlan(at, planFileFor(state.session, rows, clock.now()), files);
  return saved.ok ? { ok: true, path: at } : { ok: false, why: saved.error.what };
}
