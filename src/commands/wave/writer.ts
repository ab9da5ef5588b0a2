import type { Finding } from '../../plan/finding.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Services } from '../../runtime/services.ts';
import { isStorageFault } from '../../store/storage-fault.ts';
import type { Sheet } from '../../wave/csv/sheet.ts';
import { rowsAsCsv } from '../../wave/csv/write.ts';
import type { Session } from '../../wizard/state.ts';
import type { ReadyRow } from '../apply/check.ts';
import { planFileFor, writePlan } from '../plan-out.ts';

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
    /** The rows to be repeated, in the form of the file; null when they could not be written. */
    keepFailed: async (rows: readonly number[]): Promise<string | null> => {
      const meant = new Set(rows);
      const text = rowsAsCsv(
        sheet,
        sheet.rows.filter(({ row }) => meant.has(row)),
      );
      return await writeBeside(files, besideName(path, 'failed'), text);
    },
    /** The plan of the rows that are ready, for somebody else to approve. */
    savePlan: async (rows: readonly ReadyRow[]): Promise<readonly Finding[]> => {
      if (planOut === null) return [];
      const plan = planFileFor(session, rows, services.clock.now());
      const written = await writePlan(planOut, plan, files);
      return written.ok ? [] : [written.error];
    },
  };
}

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
