import type { NextStep } from '../../plan/finding.ts';
import type { Report } from '../../wave/report.ts';
import { type Document, documentOf, nextSteps, uniqueSteps } from '../output.ts';
import { alarmText } from './words.ts';

/** A report as the JSON output has it: the fields of every document about a run, and what only a report tells. */
export function reportDocument(
  report: Report,
  next: readonly NextStep[],
  more: Readonly<Record<string, unknown>> = {},
): Document {
  const { mode, profile, source, target, zone, rows, ...rest } = report;
  const findings = rows.flatMap((row) => row.findings);
  return documentOf(
    'report',
    0,
    { mode, profile, source, target },
    {
      ...rest,
      notice: alarmText(report),
      rows,
      findings,
      next: uniqueSteps([...next, ...nextSteps(findings)]),
      timeZone: zone,
      ...more,
    },
  );
}
