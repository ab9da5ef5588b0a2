import { documentOf } from '../frontends/output.ts';
import { stateWords } from '../frontends/plain-lines.ts';
import { checkEndpoint, defaultEndpoint } from '../graph/endpoints.ts';
import type { Finding } from '../plan/finding.ts';
import { isoTime } from '../plan/schedule.ts';
import type { Ports } from '../ports/ports.ts';
import { localFinding } from '../problems/explain.ts';
import { refuse } from '../refusal.ts';
import type { Ledger, RunListing } from '../store/ledger.ts';
import { sourceLabel, targetLabel } from '../tasks/source-key.ts';
import { taskJson } from '../tasks/task-json.ts';
import type { LedgerEntry, Mode } from '../wave/entry.ts';
import { historyOf } from '../wave/history.ts';
import { stateOf } from '../wave/row-state.ts';
import { countStates, foldEntries, type RunState } from '../wave/run-state.ts';
import type { Raw } from './command.ts';
import { type Console, createConsole } from './console.ts';
import { openLedger } from './session.ts';
import { readSettings, type Settings } from './settings.ts';
import { argvOf } from './with-targets.ts';

/** The runs of this computer, or one of them. Read from disk: no sign-in, no network. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  const console = createConsole(settings.value, ports);
  const ledger = openLedger(modeOf(settings.value), ports, ports.clock);
  const wanted = raw.args[0] ?? (raw.flags.last === true ? 'last' : null);
  return wanted === null ? listRuns(ledger, console) : showRun(ledger, console, wanted);
}

function modeOf({ simulator, graphUrl }: Settings): Mode {
  if (simulator) return 'simulator';
  const endpoint = checkEndpoint(graphUrl ?? defaultEndpoint);
  return endpoint.ok ? endpoint.value.mode : 'custom';
}

async function listRuns(ledger: Ledger, { output, findings }: Console): Promise<number> {
  const listings = await ledger.list();
  const runs = await Promise.all(listings.map((listing) => describe(ledger, listing)));
  const broken = runs.flatMap(({ finding }) => (finding ? [finding] : []));
  output.text(runs.length === 0 ? 'No runs are recorded here yet.' : runs.map(({ line }) => line));
  findings(broken);
  const face = { mode: null, profile: null, source: nobody, target: nobody };
  output.finish(
    documentOf('runs', 0, face, {
      runs: runs.map(({ json }) => json),
      findings: broken,
      next: broken.flatMap(({ next }) => next),
    }),
  );
  return 0;
}

const nobody = { tenantId: null, name: null };

type Described = { line: string; json: object; finding: Finding | null };

async function describe(ledger: Ledger, { runId, opened }: RunListing): Promise<Described> {
  const entries = opened.ok ? await ledger.read(runId) : opened;
  if (!opened.ok || !entries.ok) {
    const finding = opened.ok ? (entries.ok ? null : entries.error) : opened.error;
    return { line: `${runId}  cannot be read`, json: { run: runId, readable: false }, finding };
  }
  const run = foldEntries(entries.value);
  const { at, header } = opened.value;
  const states = countStates(run);
  const counts = Object.entries(states).map(
    ([state, count]) => `${count} ${stateWords[state as keyof typeof stateWords]}`,
  );
  const json = {
    run: runId,
    readable: true,
    at: isoTime(at),
    mode: header.mode,
    profile: header.profile,
    source: header.source,
    target: header.target,
    change: header.change,
    counts: states,
  };
  const [first] = run.rows;
  return {
    line: `${runId}  ${isoTime(at)}  ${counts.join(', ')}  ${first ? sourceLabel(first.plan.move.plan) : ''}`,
    json,
    finding: null,
  };
}

async function showRun(ledger: Ledger, console: Console, wanted: string): Promise<number> {
  const [found] = (await ledger.find(wanted)).rows;
  if (!found) return console.fail([localFinding(wanted === 'last' ? 'noRuns' : 'runNotFound', { run: wanted })]);
  const entries = await ledger.read(found.runId);
  if (!entries.ok) return console.fail([entries.error]);
  const run = foldEntries(entries.value);
  if (!run.header) return console.fail([localFinding('runNotFound', { run: wanted })]);
  console.output.text(runLines(run, entries.value));
  const rows = run.rows.map(rowJson);
  console.output.finish(
    documentOf('run', 0, run.header, {
      run: found.runId,
      rows,
      counts: countStates(run),
      submitted: run.rows.filter(({ task }) => task !== null).length,
      failedFile: null,
      findings: run.rows.flatMap(({ finding, findings }) => [...findings, ...(finding ? [finding] : [])]),
      next: [],
      timeZone: run.header.zone,
    }),
  );
  return 0;
}

const rowJson = (row: RunState['rows'][number]) => ({
  row: row.plan.row,
  line: row.plan.line,
  plan: row.plan.move.id,
  source: sourceLabel(row.plan.move.plan),
  target: targetLabel(row.plan.move.plan),
  state: stateOf(row),
  task: taskJson(row.task),
  findings: [...row.findings, ...(row.finding ? [row.finding] : [])],
});

function runLines({ header, openedAt, rows }: RunState, entries: readonly LedgerEntry[]): string[] {
  if (!header) return [];
  return [
    `${header.runId}  ${header.mode}  ${openedAt === null ? '' : isoTime(openedAt)}`,
    `Confirmed by ${header.account ?? 'an account the token does not name'} on ${header.machine}${header.change ? `, change ${header.change}` : ''}`,
    ...rows.flatMap((row) => [
      `${row.plan.row}. ${sourceLabel(row.plan.move.plan)} to ${targetLabel(row.plan.move.plan)}`,
      `   ${stateWords[stateOf(row)]}  task ${row.task?.id ?? 'none'}  plan ${row.plan.move.id}`,
      ...historyOf(entries, row.plan.row).map(({ at, state, note }) =>
        `   ${isoTime(at)}  ${stateWords[state]}  ${note}`.trimEnd(),
      ),
      ...(row.finding ? [`   ${row.finding.code}: ${row.finding.what}`] : []),
    ]),
  ];
}
