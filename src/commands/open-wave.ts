import { usualBudget } from '../graph/pace.ts';
import { type Finding, finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Typed } from '../plan/typed.ts';
import type { Ports } from '../ports/ports.ts';
import { usualMaxPending } from '../runtime/wave/pending.ts';
import type { WaveLimits } from '../runtime/wave/perform.ts';
import { readSheet } from '../wave/csv/sheet.ts';
import type { WaveOpening, WaveSource } from '../wizard/screens.ts';
import type { Session } from '../wizard/state.ts';
import { counted } from '../wizard/wave/wave-summary.ts';
import { throwLater } from './engine.ts';
import { targetWordOf } from './profile/session.ts';
import type { Opened } from './session.ts';
import { createWaveEngine, firstWaveStep } from './wave/engine.ts';
import type { WaveWishes } from './wave/flags.ts';
import { sheetOptions, waveBytes } from './wave/sheet.ts';

/** What the flags of a wave say about its file; nothing where it was chosen on a screen. */
export type WaveGiven = { flags: Typed; wishes: WaveWishes; words?: readonly string[] };

type Disk = Pick<Ports, 'files' | 'folders' | 'machine'>;

/** Reads many moves in a place that is open: a file, or lines that were pasted. */
export async function openWaveIn(
  opened: Opened,
  source: WaveSource,
  ports: Disk,
  given: WaveGiven | null = null,
): WaveOpening {
  const bytes = await bytesOf(source, ports);
  if (!bytes.ok) return err([bytes.error]);
  const limits = limitsOf(opened.session, given?.wishes ?? null);
  const place = opened.forMany(await knownNow(opened.session, ports), limits.budget);
  const { session, services } = place;
  const options = sheetOptions({
    session,
    now: services.clock.now(),
    flags: given?.flags ?? {},
    isIdentityMap: given?.wishes.isIdentityMap ?? false,
  });
  const { name, path } = placeOf(source, ports);
  const sheet = { path, name, options, words: given?.words ?? [], sheet: readSheet(bytes.value, options) };
  const rows = given?.wishes.rows ?? null;
  const first = firstWaveStep(session, sheet, rows);
  const isNone = rows !== null && !first.state.lines.some(({ row }) => rows.has(row));
  if (isNone) return err([rowsNotThere(first.state.lines.length)]);
  return ok(createWaveEngine(first, { opened: place, ports, source: sheet, limits, onFault: throwLater }));
}

async function bytesOf(source: WaveSource, { files }: Disk): Promise<Result<Uint8Array, Finding>> {
  return 'path' in source ? waveBytes(source.path, files) : ok(new TextEncoder().encode(source.text));
}

/** Lines that were pasted have no file, so what belongs to them is written into the current folder. */
const placeOf = (source: WaveSource, { files, machine }: Disk): { name: string; path: string } =>
  'path' in source
    ? { name: source.path, path: source.path }
    : { name: source.name, path: files.join(machine.cwd, 'pasted.csv') };

/** Whether a first live use was meanwhile is known to the disk alone. */
async function knownNow(session: Session, ports: Disk): Promise<Session> {
  const { targetWord, ...rest } = session;
  if (targetWord === undefined) return session;
  const word = await targetWordOf({ profile: session.saved ?? null, endpoint: session.endpoint }, ports);
  return word === null ? rest : { ...rest, targetWord: word };
}

/** A flag stands above the profile, and that above what is usual. */
export function limitsOf({ saved }: Pick<Session, 'saved'>, wishes: Partial<WaveWishes> | null): WaveLimits {
  return {
    budget: wishes?.budget ?? saved?.limits.budget ?? usualBudget,
    maxPending: wishes?.maxPending ?? saved?.limits.maxPending ?? usualMaxPending,
    stopOnError: wishes?.stopOnError ?? false,
    resend: false,
  };
}

/** `--rows` means none of the rows that were read. */
export const rowsNotThere = (count: number): Finding =>
  finding(
    {
      field: 'command',
      code: 'rowsNotThere',
      what: '--rows names no row of the file.',
      why: `The file has ${counted(count, 'row')}.`,
      next: 'Give rows that are there, such as --rows 1-20.',
    },
    { from: 'input' },
  );
