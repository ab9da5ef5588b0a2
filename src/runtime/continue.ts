import { ConfirmedMove, dryRunValidMs } from '../plan/confirmed.ts';
import type { Finding } from '../plan/finding.ts';
import { progress } from '../plan/progress.ts';
import type { RowState } from '../wave/row-state.ts';
import type { SubmitOutcome } from '../wizard/event.ts';
import { runDryRun } from './dry-run.ts';
import { settleElsewhere } from './elsewhere.ts';
import { holdingRow, holdingSource, moveOf } from './hold.ts';
import { type RowBook, refuse } from './row-book.ts';
import { sendPatiently } from './send-row.ts';
import type { Services } from './services.ts';
import { type Settling, settleBook, settleRow } from './settle.ts';
import { withWarnings } from './submit.ts';

/**
 * Goes on with a recorded row after a crash or a pause, wherever it stands: settles what is open, sends what was confirmed
 * and never sent, and leaves alone what is done.
 */
export async function continueRow(
  services: Services,
  settling: Settling,
  signal?: AbortSignal,
): Promise<SubmitOutcome> {
  const move = await moveOf(services, settling);
  if (!move.ok) return await settleRow(services, settling, signal);
  const held = await holdingSource(services, move.value, () =>
    holdingRow(services, settling, (book) =>
      continueBook(services, book, { ...oneRow, resend: settling.resend, signal }),
    ),
  );
  const row = held.ok ? held.value : held;
  return row.ok ? row.value : { result: 'conflict', runId: settling.runId, findings: [row.error] };
}

/** How a recorded row is gone on with. */
export type Continuing = {
  resend: boolean;
  /** A start that has passed meanwhile is no obstacle: the row was confirmed just now, or is sent on purpose. */
  mayStartLate: boolean;
  send: (services: Services, book: RowBook, confirmed: ConfirmedMove) => Promise<SubmitOutcome>;
  /** The recorded confirmation of a row. */
  recall: Recall;
  signal?: AbortSignal | undefined;
};

export type Recall = (row: RowState) => ReturnType<typeof ConfirmedMove.recall>;

const recallAlone: Recall = ({ plan, confirmation, covered }) => ConfirmedMove.recall(plan.move, confirmation, covered);

/** The same for many rows: what a confirmation covers is looked at once. */
export function createRecall(): Recall {
  const known = new Map<readonly string[], ReturnType<typeof ConfirmedMove.recaller>>();
  return ({ plan, confirmation, covered }) => {
    const recall = known.get(covered) ?? ConfirmedMove.recaller(confirmation, covered);
    known.set(covered, recall);
    return recall(plan.move);
  };
}

const oneRow = { mayStartLate: false, send: sendPatiently, recall: recallAlone };

/** The same with the source held and the run open. */
export async function continueBook(services: Services, book: RowBook, how: Continuing): Promise<SubmitOutcome> {
  if (book.state().place !== 'draft') return await settleBook(services, book, how.resend, how.signal);
  const { outcome, warnings } = await settleElsewhere(services, book.state().plan.move);
  return withWarnings(outcome ?? (await sendDraft(services, book, how)), warnings);
}

/** The recorded confirmation still holds; a dry run that is too old to confirm on is made again. */
async function sendDraft(
  services: Services,
  book: RowBook,
  { resend, mayStartLate, send, recall, signal }: Continuing,
): Promise<SubmitOutcome> {
  const confirmed = recall(book.state());
  if (!confirmed.ok) return refuse(book, 'unsent', confirmed.error);
  const obstacle =
    timeObstacle(services, book, resend || mayStartLate) ?? (await freshObstacle(services, book, signal));
  return obstacle === null ? await send(services, book, confirmed.value) : refuse(book, 'unsent', obstacle);
}

/** Own checks as of now: time has passed, and a start that lies behind us would mean a move in office hours. */
function timeObstacle({ clock, header }: Services, book: RowBook, isWanted: boolean): Finding | null {
  const { findings } = progress(book.state().plan.typed, { now: clock.now(), zone: header().zone });
  const error = findings.find(({ severity }) => severity === 'error');
  return error ?? (isWanted ? null : (findings.find(({ code }) => code === 'startInPast') ?? null));
}

async function freshObstacle(services: Services, book: RowBook, signal?: AbortSignal): Promise<Finding | null> {
  const { plan } = book.state();
  if (services.clock.now() - plan.dryRun.at <= dryRunValidMs) return null;
  const report = await runDryRun(services, plan.move, [], signal);
  return report.clean === null ? (report.findings[0] ?? null) : null;
}
