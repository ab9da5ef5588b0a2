import type { Wishes } from '../../frontends/flags.ts';
import { placeLine, submitting } from '../../frontends/plain-lines.ts';
import { ConfirmedMove } from '../../plan/confirmed.ts';
import { type Finding, hasErrors } from '../../plan/finding.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import { type RowSubmission, type Submitted, submitRows } from '../../runtime/submit-rows.ts';
import { listened } from '../../store/listened.ts';
import { isStorageFault } from '../../store/storage-fault.ts';
import { signInFindings } from '../../wizard/wave/wave-summary.ts';
import { diskTrouble } from '../disk-trouble.ts';
import { heldToTarget } from '../live-use.ts';
import type { SavedPlan } from '../plan-out-step.ts';
import { type Stopper, stopper } from '../stopper.ts';
import { checkTogether } from '../wave/check.ts';
import { reportTogether } from '../wave/report.ts';
import { submitTogether, type WaveFlags } from '../wave/submit.ts';
import type { Around } from '../with-targets.ts';
import { checkRows, type ReadyRow, type RowToCheck, readyIn } from './check.ts';
import { askToSubmit, isWordFor, notConfirmed, wordFor, wrongConfirmation } from './confirm.ts';
import { reportRows, type Story } from './report.ts';

/** A row that cannot be submitted, whatever the service says. */
export type BrokenRow = {
  row: number;
  line: number | null;
  source: string;
  target: string;
  findings: readonly Finding[];
};

/** Planned rows on their way into the service: those of a plan file or a wave, or those of a run that are tried again. */
export type RowsWork = Pick<Around, 'settings' | 'ports' | 'console' | 'opened'> & {
  rows: readonly RowToCheck[];
  /** Rows of a file that are no plan: they stay as they are, and are told with the others. */
  broken?: readonly BrokenRow[];
  /** What is to be said about all rows together, before the service is asked. */
  about?: readonly Finding[];
  /** What many rows may use; not said, nothing limits them but the service. */
  flags?: WaveFlags;
  /** Writes rows to be repeated in the form of the file that they came from, and says where. */
  keepFailed?: (rows: readonly number[]) => Promise<Result<string, Finding>>;
  /** Saves the plan of the rows that are ready, before anything is confirmed; left out where nobody wants it. */
  savePlan?: (rows: readonly ReadyRow[]) => Promise<Result<SavedPlan, Finding>>;
  wishes: Pick<Wishes, 'dryRun' | 'word' | 'watch' | 'targetName'>;
  /** All rows are submitted, or none; otherwise those that are ready. */
  isWhole: boolean;
  /** What the document says besides. */
  facts: Readonly<Record<string, unknown>>;
};

/** Checks, dry-runs, confirms, submits and watches rows; prints what came of it and returns the exit code. */
export async function sendRows(work: RowsWork): Promise<number> {
  const { settings, ports, console, opened } = work;
  const end = stopper({ ports: { ...ports, clock: opened.services.clock }, timeoutMs: settings.timeoutMs });
  console.output.notice(placeLine(opened.session));
  try {
    return await lead(work, end);
  } catch (fault) {
    if (isStorageFault(fault)) return console.fail([diskTrouble(fault)], opened.session);
    throw fault;
  } finally {
    end.close();
  }
}

async function lead(work: RowsWork, end: Stopper): Promise<number> {
  const { settings, ports, wishes, rows, isWhole, console } = work;
  const live = { settings, ports, console, given: wishes.targetName ?? null, submits: !wishes.dryRun };
  const against = await heldToTarget(live);
  if (against.length > 0) return console.fail(against, work.opened.session);
  const checking = { ...work, isSubmitting: !wishes.dryRun };
  const { checked, breaker } = isMany(work)
    ? await checkTogether(work, rows, end)
    : { checked: await checkRows(checking, rows, end), breaker: null };
  const ready = readyIn(checked);
  const isEnough = breaker === null && (isWhole ? ready.length === rows.length : ready.length > 0);
  const plan = await planOf(work, breaker === null ? ready : []);
  const about =
    work.about ??
    signInFindings(
      work.opened.session,
      rows.map(({ move }) => move),
    );
  const findings = [...about, ...(breaker ? [breaker] : []), ...(plan?.ok === false ? [plan.error] : [])];
  const story = { checked, sent: null, findings, end, ...(plan ? { plan } : {}) };
  if (wishes.dryRun || !isEnough || hasErrors(findings) || end.reason() !== null) return await tell(work, story);
  const confirmed = await confirm(work, ready);
  if (!confirmed.ok) return await tell(work, { ...story, findings: [confirmed.error] });
  if (console.output.format === 'text') console.output.notice(submitting(ready.length));
  if (!isMany(work)) return await tell(work, { ...story, sent: await submit(work, confirmed.value, end) });
  const { stopped, ...sent } = await submitTogether(work, confirmed.value, end);
  return await tell(work, { ...story, sent, findings: stopped === null ? findings : [...findings, stopped] });
}

/** Undefined where no plan was to be saved. What is not ready is not worth approving. */
async function planOf({ savePlan }: RowsWork, ready: readonly ReadyRow[]): Promise<Story['plan']> {
  if (savePlan === undefined || ready.length > 0) return await savePlan?.(ready);
  return ok(null);
}

/** One row is told as a task, many in numbers. */
const tell = (work: RowsWork, story: Story): Promise<number> =>
  isMany(work) ? reportTogether(work, story) : reportRows(work, story);

/** A single row is told as a task, unless it is no plan: then there is nothing that could become one. */
const isMany = ({ rows, broken = [] }: RowsWork): boolean => rows.length > 1 || broken.length > 0;

/** The word must be the one for the rows that would really be submitted. */
async function confirm(
  { wishes, console, opened: { session, services } }: RowsWork,
  ready: readonly ReadyRow[],
): Promise<Result<readonly RowSubmission[], Finding>> {
  const word = wishes.word ?? (await askToSubmit(ready, session, console));
  if (word === null) return err(notConfirmed(ready.length));
  if (!isWordFor(word, ready.length)) return err(wrongConfirmation(word, ready.length));
  const expected = wordFor(ready.length);
  const rows = ready.map(({ move, clean }) => ({ move, dryRun: clean }));
  const confirmed = ConfirmedMove.confirmAll(rows, { word: expected, expected, now: services.clock.now() });
  if (!confirmed.ok) return confirmed;
  return ok(
    ready.flatMap(({ row, line, typed, clean: dryRun }, index) => {
      const move = confirmed.value[index];
      return move ? [{ row, line, typed, dryRun, confirmed: move }] : [];
    }),
  );
}

/** Somebody who stops it does not wait for the row that is on its way: the record has it, and `resume` settles it. */
async function submit({ opened }: RowsWork, rows: readonly RowSubmission[], end: Stopper): Promise<Submitted> {
  let runId: string | null = null;
  const ledger = listened(opened.services.ledger, (id, entry) => {
    if (entry.kind === 'opened') runId = id;
  });
  const working = submitRows({ ...opened.services, ledger }, rows, () => end.reason() === null);
  const submitted = await Promise.race([working, end.ended]);
  return submitted ?? { runId, outcomes: new Map() };
}
