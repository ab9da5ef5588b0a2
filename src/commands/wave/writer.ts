import { type Finding, finding } from '../../plan/finding.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import type { Ports } from '../../ports/ports.ts';
import { cleanText } from '../../problems/clean.ts';
import type { Services } from '../../runtime/services.ts';
import { isStorageFault } from '../../store/storage-fault.ts';
import type { Sheet } from '../../wave/csv/sheet.ts';
import { rowsAsCsv } from '../../wave/csv/write.ts';
import type { Session } from '../../wizard/state.ts';
import type { ReadyRow } from '../apply/check.ts';
import { planFileFor, planOutForeign, writePlan } from '../plan-out.ts';
import type { SavedPlan } from '../plan-out-step.ts';

type Writing = {
  path: string;
  ports: Pick<Ports, 'files'>;
  sheet: Sheet;
  session: Session;
  services: Pick<Services, 'clock'>;
  /** Where the plan is saved; null where nobody wants it. */
  planOut: string | null;
};

/** What a wave writes beside its file. */
export function waveWriter({ path, ports: { files }, sheet, session, services, planOut }: Writing) {
  return {
    /** The rows to be repeated, in the form of the file. */
    keepFailed: async (rows: readonly number[]): Promise<Result<string, Finding>> => {
      const meant = new Set(rows);
      const text = rowsAsCsv(
        sheet,
        sheet.rows.filter(({ row }) => meant.has(row)),
      );
      const beside = besideName(path, 'failed');
      const written = await writeBeside(files, beside, text);
      return written === null ? err(failedNotWritten(beside)) : ok(written);
    },
    /** Why the plan of no row can be saved there: asking the service about many rows takes long, so it is known before. */
    planRefused: async (ids: readonly string[]): Promise<Finding | null> =>
      planOut === null ? null : await planOutForeign(planOut, ids, files),
    /** The plan of the rows that are ready, for somebody else to approve; left out where nobody wants it. */
    ...(planOut === null ? {} : { savePlan: planSaver(planOut, { files, session, services }) }),
  };
}

const planSaver =
  (path: string, { files, session, services }: Pick<Writing, 'session' | 'services'> & Pick<Ports, 'files'>) =>
  async (rows: readonly ReadyRow[]): Promise<Result<SavedPlan, Finding>> => {
    const plan = planFileFor(session, rows, services.clock.now());
    const written = await writePlan(path, plan, files);
    return written.ok ? ok({ path, planId: plan.planId }) : written;
  };

/** The record of the run has the rows all the same. */
export const failedNotWritten = (path: string): Finding =>
  finding(
    {
      field: 'file',
      code: 'failedFileNotWritten',
      what: `The rows to repeat could not be written to ${cleanText(path, { maxLength: 200 })}.`,
      why: 'The disk is full, or this account may not write into that folder.',
      next: 'Mend them in your own file, or try those that failed again with crossorg retry.',
    },
    { severity: 'warning', from: 'program' },
  );

/** `wave-2.csv` with `failed` is `wave-2.failed.csv`. */
export const besideName = (path: string, word: string): string =>
  /\.(csv|txt|tsv)$/i.test(path) ? path.replace(/(\.\w+)$/, `.${word}$1`) : `${path}.${word}.csv`;

/** An older file of that name is kept: another number is taken. Null when the disk does not take it. */
export async function writeBeside(
  files: Pick<Ports['files'], 'read' | 'write'>,
  path: string,
  text: string,
): Promise<string | null> {
  try {
    for (let number = 1; ; number += 1) {
      const free = number === 1 ? path : path.replace(/(\.\w+)$/, `-${number}$1`);
      const there = await files.read(free);
      if (there !== null && there !== text) continue;
      await files.write(free, text);
      return free;
    }
  } catch (fault) {
    if (isStorageFault(fault)) return null;
    throw fault;
  }
}
