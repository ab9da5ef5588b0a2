import { csvReport } from '../frontends/report/csv.ts';
import { reportDocument } from '../frontends/report/document.ts';
import { htmlReport } from '../frontends/report/html.ts';
import { markdownReport } from '../frontends/report/markdown.ts';
import { peopleFile } from '../frontends/report/people.ts';
import type { Finding, NextStep } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import { stillUnconfirmed } from '../wave/findings.ts';
import { type Report, reportOf } from '../wave/report.ts';
import { isOpen, type RowState } from '../wave/row-state.ts';
import { inPlace } from '../wizard/in-place.ts';
import type { Session } from '../wizard/state.ts';
import { taskFinding } from '../wizard/task-finding.ts';
import type { Raw } from './command.ts';
import { type Console, createConsole } from './console.ts';
import { modeOf } from './mode.ts';
import { type NewFile, writeNewFiles } from './report/files.ts';
import { peopleNotice, reportNotice } from './report/notices.ts';
import { type ReportFormat, readWanted, type Wanted } from './report/wanted.ts';
import { nextInRun } from './run-rows.ts';
import { type FoundRun, findRun, namedRun, placeIn } from './runs/find.ts';
import { openLedger } from './session.ts';
import { argvOf, readSettings } from './settings.ts';

/** A run as a report, read from the ledger alone: no sign-in, no network. It exits with 0 whatever came of the run. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  const console = createConsole(settings.value, ports);
  const place = placeIn(settings.value);
  const wanted = readWanted(raw, settings.value);
  if (!wanted.ok) return console.fail([wanted.error], place);
  const ledger = openLedger(modeOf(settings.value), ports, ports.clock);
  const found = await findRun(ledger, namedRun(raw) ?? 'last');
  if (!found.ok) return console.fail([found.error], place);
  const zone = raw.set.has('timeZone') ? settings.value.zone : undefined;
  return write(reportFor(found.value, ports.clock.now(), zone), {
    found: found.value,
    wanted: wanted.value,
    console,
    ports,
  });
}

function reportFor({ entries, session, runId }: FoundRun, now: number, zone: string | undefined): Report {
  const report = reportOf(entries, { zone, now, findingsOf: (row) => findingsAbout(row, runId, session) });
  if (report === null) throw new Error('A run with a header has no report');
  return report;
}

/** Everything there is to say about a row, with commands that lead back to the place of the run. */
function findingsAbout(row: RowState, runId: string, session: Session): Finding[] {
  const { plan, task, finding, findings, cancelRefused } = row;
  const all = [
    ...findings,
    isOpen(row) ? stillUnconfirmed(plan.move, runId, false) : null,
    finding,
    task && taskFinding(task, plan.move, session),
    cancelRefused,
  ];
  return inPlace(
    all.filter((one) => one !== null),
    session,
  );
}

type Around = { found: FoundRun; wanted: Wanted; console: Console; ports: Ports };

async function write(report: Report, { found, wanted, console, ports }: Around): Promise<number> {
  const { out, people, format, force } = wanted;
  const next = nextInRun(found.runId, found.run, found.session);
  const text = textIn(format, report, next);
  const letters = peopleFile(report);
  const files: NewFile[] = [
    ...(out === null ? [] : [{ path: out, text }]),
    ...(people === null ? [] : [{ path: people, text: letters.text }]),
  ];
  const written = await writeNewFiles(files, { files: ports.files, force });
  if (!written.ok) return console.fail([written.error], found.session);
  const { output } = console;
  if (output.format !== 'text') {
    const more = { files: files.map(({ path }) => path) };
    output.finish(reportDocument(report, next, more), ports.clock.now());
    return 0;
  }
  if (out === null) ports.streams.out.write(text);
  else output.notice(reportNotice(report, { out, format, next }));
  if (people !== null) output.notice(peopleNotice(report, people, letters));
  return 0;
}

function textIn(format: ReportFormat, report: Report, next: readonly NextStep[]): string {
  switch (format) {
    case 'md':
      return markdownReport(report, next);
    case 'csv':
      return csvReport(report);
    case 'html':
      return htmlReport(report, next);
    case 'json':
      return `${JSON.stringify(reportDocument(report, next), null, 2)}\n`;
  }
}
