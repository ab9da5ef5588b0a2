import { stateWords } from '../frontends/plain-lines.ts';
import { type Finding, finding } from '../plan/finding.ts';
import { planMove } from '../plan/id.ts';
import type { PlannedRow } from '../plan/plan-file.ts';
import type { Ports } from '../ports/ports.ts';
import { exits } from '../problems/exit.ts';
import { localFinding } from '../problems/explain.ts';
import { refuse } from '../refusal.ts';
import type { RowState, stateOf } from '../wave/row-state.ts';
import { countStates, foldEntries, type RunState } from '../wave/run-state.ts';
import type { Session } from '../wizard/state.ts';
import { confirmationMissing, wishesOf } from './apply/confirm.ts';
import { sendRows } from './apply/rows.ts';
import type { Raw } from './command.ts';
import { createConsole } from './console.ts';
import { cameToNothing, failedRowsWriter, pathOfRun } from './failed-rows.ts';
import { lookOnce } from './look-once.ts';
import { nextInRun } from './run-rows.ts';
import { argvOf, readSettings } from './settings.ts';
import type { Target } from './targets.ts';
import { type Around, withTargets } from './with-targets.ts';

/** Takes the rows of a run that came to nothing, dry-runs them again, and submits those that are ready as a new run. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, exits.usage, argvOf(raw), ports);
  const missing = confirmationMissing(raw, settings.value, null);
  if (missing) return createConsole(settings.value, ports).fail([missing]);
  return withTargets(raw, ports, { heldBy: raw.flags.dryRun === true ? 'nothing' : 'record' }, retry);
}

async function retry(around: Around): Promise<number> {
  const { raw, opened, console, targets } = around;
  const [first] = targets;
  const runId = first?.followed.runId ?? '';
  if (runId === '') return console.fail([localFinding('runNotFound', { run: first?.label })], opened.session);
  if (targets.some(({ followed }) => followed.runId !== runId)) return console.fail([severalRuns], opened.session);
  const trouble = await lookAtAll(around);
  const entries = await opened.services.ledger.read(runId);
  if (!entries.ok) return console.fail([entries.error], opened.session);
  const recorded = foldEntries(entries.value);
  const rows = recorded.rows.filter((row) => isMeant(row, targets) && cameToNothing(row));
  if (rows.length === 0) return console.fail([nothingIn(runId, recorded, opened.session), ...trouble], opened.session);
  const wishes = wishesOf(raw);
  const planned = rows.map((row) => plannedAgain(row, opened.session));
  const keepFailed = failedRowsWriter(pathOfRun(runId, around.ports), planned, around.ports);
  return sendRows({ ...around, rows: planned, wishes, isWhole: false, facts: { retryOf: runId }, keepFailed });
}

/** What the record knows may be old: tasks that were not final are asked for once. */
async function lookAtAll(around: Around): Promise<Finding[]> {
  const open = around.targets.filter(({ followed: { task } }) => task !== null && !task.final);
  const seen = await Promise.all(open.map((target) => lookOnce(around, target)));
  return seen.flatMap(({ finding }) => (finding ? [finding] : []));
}

/** Rows are told apart by their numbers, and those begin anew in each run. */
const severalRuns = finding(
  {
    field: 'command',
    code: 'severalRunsNamed',
    what: 'Rows of more than one run are named.',
    why: 'What is tried again is confirmed by one number and becomes one new run.',
    next: 'Name one run, or --last alone.',
  },
  { from: 'input' },
);

const isMeant = ({ plan }: RowState, targets: readonly Target[]): boolean =>
  targets.some(({ followed }) => followed.row === plan.row);

/** The same plan, bound to what this session knows of the tenants. */
function plannedAgain({ plan: { row, line, typed, move } }: RowState, session: Session): PlannedRow {
  const { endpoint, source, target } = session;
  const tenants = { sourceTenantId: source.tenantId, targetTenantId: target.tenantId };
  return { row, line, typed, move: planMove(move.plan, endpoint, tenants) };
}

/** What is left to do with the rows that are not over, if anything. */
function nothingIn(run: string, recorded: RunState, session: Session): Finding {
  const counts = Object.entries(countStates(recorded)).map(
    ([state, count]) => `${count} ${stateWords[state as ReturnType<typeof stateOf>].toLowerCase()}`,
  );
  const nothing = localFinding('nothingToRetry', { run, detail: counts.join(', ') });
  const [first, ...others] = [...nextInRun(run, recorded, session), ...nothing.next];
  return first ? { ...nothing, next: [first, ...others] } : nothing;
}
