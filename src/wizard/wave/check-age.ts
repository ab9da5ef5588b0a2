import { dryRunValidMs } from '../../plan/confirmed.ts';
import { type Finding, finding } from '../../plan/finding.ts';
import { chosenLines, isReady, mayBeChecked } from './lines.ts';
import type { WaveBase, WaveLine } from './wave-state.ts';
import { counted } from './wave-summary.ts';

/** Clean checks of plans that did not change are kept for half of the time that a dry run may be confirmed in. */
export const checkKeptMs = dryRunValidMs / 2;

/** The lines that asking again is about: not ready, or asked about too long ago to be kept. */
export const linesToAsk = (base: Pick<WaveBase, 'lines' | 'chosen'>, now: number): readonly WaveLine[] =>
  chosenLines(base).filter(
    (line) => mayBeChecked(line) && (!isReady(line) || now - (line.check?.at ?? 0) >= checkKeptMs),
  );

/** Lines whose dry run is too old to be confirmed on. */
const tooOld = (lines: readonly WaveLine[], now: number): readonly WaveLine[] =>
  lines.filter(({ check }) => check?.clean && Math.abs(now - check.clean.at) > dryRunValidMs);

/** Why lines cannot be confirmed as things stand; null where their dry runs are young enough. */
export function agedDryRuns(lines: readonly WaveLine[], now: number): Finding | null {
  const count = tooOld(lines, now).length;
  if (count === 0) return null;
  return finding({
    field: 'plan',
    code: 'dryRunTooOld',
    what: `${counted(count, 'dry run is', 'dry runs are')} more than an hour old.`,
    why: 'Licences, mappings and sites may have changed since then. Nothing was sent.',
    next: 'Ask again, then confirm. Answers that are younger than half an hour are kept.',
  });
}
