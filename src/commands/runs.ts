import { documentOf, nextSteps, noFace, uniqueSteps } from '../frontends/output.ts';
import { stateWords } from '../frontends/plain-lines.ts';
import { defaultEndpoint } from '../graph/endpoints.ts';
import type { Finding } from '../plan/finding.ts';
import { isoTime } from '../plan/iso.ts';
import type { Ports } from '../ports/ports.ts';
import { localFinding } from '../problems/explain.ts';
import { refuse } from '../refusal.ts';
import type { Ledger, RunListing } from '../store/ledger.ts';
import { sourceLabel, targetLabel } from '../tasks/source-key.ts';
import type { LedgerEntry } from '../wave/entry.ts';
import { historyOf } from '../wave/history.ts';
import { stateOf } from '../wave/row-state.ts';
import { countStates, foldEntries, type RunState } from '../wave/run-state.ts';
import { inPlace } from '../wizard/in-place.ts';
import type { Session } from '../wizard/state.ts';
import type { Raw } from './command.ts';
import { type Console, createConsole } from './console.ts';
import { modeOf } from './mode.ts';
import { nextInRun, runFields } from './run-rows.ts';
import { openLedger, sessionOf } from './session.ts';
import { argvOf, readSettings, type Settings } from './settings.ts';

/** The runs of this computer, or one of them. Read from disk: no sign-in, no network. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  const console = createConsole(settings.value, ports);
  const ledger = openLedger(modeOf(settings.value), ports, ports.clock);
  const wanted = raw.args[0] ?? (raw.flags.last === true ? 'last' : null);
  const around = { ledger, console, settings: settings.value, now: ports.clock.now() };
  return wanted === null ? listRuns(around) : showRun(around, wanted);
}

type Around = { ledger: Ledger; console: Console; settings: Settings; now: number };

/** Where the runs of these settings belong, as far as it is known without opening anything. */
const placeIn = (settings: Settings): Session => ({
  ...sessionOf(settings, modeOf(settings), settings.graphUrl ?? defaultEndpoint),
  ...noFace,
  mode: modeOf(settings),
  account: null,
  hints: null,
});

async function listRuns({ ledger, console: { output, findings }, settings, now }: Around): Promise<number> {
  const listings = await ledger.list();
  const runs = await Promise.all(listings.map((listing) => describe(ledger, listing)));
  const broken = inPlace(
    runs.flatMap(({ finding }) => (finding ? [finding] : [])),
    placeIn(settings),
  );
  output.text(runs.length === 0 ? 'No runs are recorded here yet.' : runs.map(({ line }) => line));
  findings(broken);
  const mode = modeOf(settings);
  const body = { runs: runs.map(({ json }) => json), findings: broken, next: nextSteps(broken) };
  output.finish(documentOf('runs', 0, { ...noFace, mode }, { ...body, timeZone: settings.zone }), now);
  return 0;
}

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

async function showRun({ ledger, console, settings, now }: Around, wanted: string): Promise<number> {
  const place = placeIn(settings);
  const [found] = (await ledger.find(wanted)).rows;
  if (!found) return console.fail([localFinding(wanted === 'last' ? 'noRuns' : 'runNotFound', { run: wanted })], place);
  const entries = await ledger.read(found.runId);
  if (!entries.ok) return console.fail([entries.error], place);
  const run = foldEntries(entries.value);
  if (!run.header) return console.fail([localFinding('runNotFound', { run: wanted })], place);
  const session: Session = { ...run.header, hints: null };
  console.output.text(runLines(run, entries.value));
  const findings = inPlace(
    run.rows.flatMap(({ finding, findings: others }) => [...others, ...(finding ? [finding] : [])]),
    session,
  );
  const next = uniqueSteps([...nextInRun(found.runId, run, session), ...nextSteps(findings)]);
  const body = { ...runFields(found.runId, run), findings, next, timeZone: session.zone };
  console.output.finish(documentOf('run', 0, session, body), now);
  return 0;
}

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
