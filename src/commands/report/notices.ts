import type { PeopleFile } from '../../frontends/report/people.ts';
import { moves, openText } from '../../frontends/report/words.ts';
import type { NextStep } from '../../plan/finding.ts';
import type { Report } from '../../wave/report.ts';
import type { ReportFormat } from './wanted.ts';

const formatWords: Readonly<Record<ReportFormat, string>> = { md: 'Markdown', csv: 'CSV', json: 'JSON', html: 'HTML' };

const prefix = ({ mode }: Report): string => (mode === 'simulator' ? 'SIMULATOR: ' : '');

/** What was written where, and whether it is the last word. */
export function reportNotice(
  report: Report,
  { out, format, next }: { out: string; format: ReportFormat; next: readonly NextStep[] },
): string[] {
  const open = openText(report);
  return [
    `${prefix(report)}The report of ${report.run} is in ${out} (${formatWords[format]}, ${moves(report.rows.length)}).`,
    ...(open === null ? [] : [open]),
    ...next.map(({ do: what, command = '' }) => `${what} ${command}`.trimEnd()),
  ];
}

/** Who is in the people file, and who is not. */
export function peopleNotice(report: Report, path: string, { people, noPeople, noAddress }: PeopleFile): string[] {
  return [
    `${prefix(report)}${people === 1 ? '1 person is' : `${people} people are`} in ${path}.`,
    ...(noPeople === 0 ? [] : [`Left out: ${moves(noPeople)} of sites and groups, which have no mailbox.`]),
    ...(noAddress === 0 ? [] : [`Left out: ${moves(noAddress)} of people known only by their object id.`]),
  ];
}
