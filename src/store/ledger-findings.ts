import { type Finding, finding } from '../plan/finding.ts';
import { localFinding } from '../problems/explain.ts';
import type { RunPlace } from './run-place.ts';

type Place = Pick<RunPlace, 'runId' | 'path'>;

/** A run's file that cannot be read. It is left as it is, and the other runs go on working. */
export function brokenRun({ runId, path }: Place, detail: string): Finding {
  const broken = localFinding('ledgerBroken', { run: runId, path });
  return { ...broken, why: `${broken.why} ${detail}` };
}

export const newerRun = ({ runId, path }: Place): Finding => localFinding('ledgerNewer', { run: runId, path });

export const unknownRun = (runId: string): Finding => localFinding('runNotFound', { run: runId });

export const busyRun = (runId: string): Finding => localFinding('ledgerLocked', { run: runId });

export const brokenLock = (path: string): Finding => localFinding('ledgerNotWritable', { path });

export const busySource = (): Finding =>
  finding({
    field: 'source',
    code: 'sourceBusy',
    what: 'Another crossorg is submitting this source right now.',
    why: 'Two submissions of one source at a time could start it twice. Nothing was sent here.',
    next: 'Wait until the other one is done, then try again.',
  });
