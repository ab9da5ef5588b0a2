import { documentOf, nextSteps, uniqueSteps } from '../../frontends/output.ts';
import { stateWords } from '../../frontends/plain-lines.ts';
import type { NextStep } from '../../plan/finding.ts';
import { isoTime } from '../../plan/iso.ts';
import { sourceLabel, targetLabel } from '../../tasks/source-key.ts';
import { type HistoryLine, historiesOf } from '../../wave/history.ts';
import { mayChange } from '../../wave/report.ts';
import { type RowState, stateOf } from '../../wave/row-state.ts';
import { inPlace } from '../../wizard/in-place.ts';
import { commandLine } from '../../wizard/way-back.ts';
import { countsOf, mostLines } from '../many-rows.ts';
import { nextInRun, runFields } from '../run-rows.ts';
import type { AroundRuns } from '../runs.ts';
import { type FoundRun, findRun, placeIn } from './find.ts';

/** One run with its rows, what came of them, and what to do next. */
export async function showRun({ ledger, console, settings, now }: AroundRuns, wanted: string): Promise<number> {
  const found = await findRun(ledger, wanted);
  if (!found.ok) return console.fail([found.error], placeIn(settings));
  const { runId, run, session } = found.value;
  const own = nextFor(found.value);
  console.output.text(runLines(found.value, settings.line));
  console.steps(own);
  const findings = inPlace(
    run.rows.flatMap(({ finding, findings: others }) => [...others, ...(finding ? [finding] : [])]),
    session,
  );
  const body = { ...runFields(runId, run), findings, next: uniqueSteps([...own, ...nextSteps(findings)]) };
  console.output.finish(documentOf('run', 0, session, { ...body, timeZone: session.zone }), now);
  return 0;
}

/** What is left to do; a run of which nothing more can come is worth a report. */
const nextFor = ({ runId, run, session }: FoundRun): NextStep[] => [
  ...nextInRun(runId, run, session),
  ...(run.rows.some(mayChange)
    ? []
    : [{ do: 'Write a report of it.', who: 'you' as const, command: commandLine(session, 'report', runId) }]),
];

function runLines({ run, entries, session }: FoundRun, isListened: boolean): string[] {
  const { header, openedAt, rows } = run;
  if (!header) return [];
  const histories = historiesOf(entries);
  // A listener gets numbers, and by name what somebody has to look at.
  const isLong = isListened && rows.length > mostLines;
  const named = isLong ? rows.filter(({ finding }) => finding !== null).slice(0, mostLines) : rows;
  return [
    `${header.runId}  ${header.mode}  ${openedAt === null ? '' : isoTime(openedAt)}`,
    `Confirmed by ${header.account ?? 'an account the token does not name'} on ${header.machine}${header.change ? `, change ${header.change}` : ''}`,
    ...(rows.length > 1 ? [`${rows.length} rows: ${countsOf(rows.map(stateOf))}`] : []),
    ...named.flatMap((row) => rowLines(row, histories.get(row.plan.row) ?? [])),
    ...(isLong ? [`All rows, with tasks and times: ${commandLine(session, 'report', header.runId)}`] : []),
  ];
}

const rowLines = (row: RowState, history: readonly HistoryLine[]): string[] => [
  `${row.plan.row}. ${sourceLabel(row.plan.move.plan)} to ${targetLabel(row.plan.move.plan)}`,
  `   ${stateWords[stateOf(row)]}  task ${row.task?.id ?? 'none'}  plan ${row.plan.move.id}`,
  ...history.map(({ at, state, note }) => `   ${isoTime(at)}  ${stateWords[state]}  ${note}`.trimEnd()),
  ...(row.finding ? [`   ${row.finding.code}: ${row.finding.what}`] : []),
];
