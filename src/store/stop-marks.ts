import { slept } from '../ports/slept.ts';
import type { LedgerPorts } from './ledger.ts';
import { isKnown, placeOf } from './run-place.ts';
import { isStorageFault } from './storage-fault.ts';

/**
 * A mark beside a run's file asks the process that works on the run to begin nothing new. It is no part of the record: whoever
 * goes on with the run takes it away.
 */
export type StopMarks = {
  /** `by` is who asks, for the person who looks at the other window. Throws when the disk does not take it. */
  askToStop(runId: string, by: string): Promise<void>;
  /** Resolves with who asked as soon as somebody did, or with null when `signal` is aborted before. Looks once a second. */
  untilAskedToStop(runId: string, signal: AbortSignal): Promise<string | null>;
  /** Somebody goes on with the run: what was asked before holds no longer. */
  mayGoOn(runId: string): Promise<void>;
};

/** By this computer's clock, in milliseconds. */
const lookEveryMs = 1_000;

export function createStopMarks(ports: LedgerPorts): StopMarks {
  const { files, clock } = ports;
  const markOf = (runId: string): string => placeOf(ports, runId).stopMark;
  return {
    askToStop: async (runId, by) => {
      if (await isKnown(ports, runId)) await files.write(markOf(runId), by);
    },
    untilAskedToStop: async (runId, signal) => {
      for (;;) {
        const by = await readMark(ports, markOf(runId));
        if (by !== null || signal.aborted) return by;
        await slept(clock, lookEveryMs, signal);
      }
    },
    mayGoOn: (runId) => files.remove(markOf(runId)),
  };
}

/** A mark that cannot be read stops nobody; one without a word is being written. */
async function readMark({ files }: LedgerPorts, path: string): Promise<string | null> {
  try {
    return (await files.read(path)) || null;
  } catch (fault) {
    if (isStorageFault(fault)) return null;
    throw fault;
  }
}
