import type { Finding, NextStep } from '../../plan/finding.ts';
import type { TenantFace } from '../../wave/entry.ts';
import type { ReportRow } from '../../wave/report/row.ts';
import type { Report } from '../../wave/report.ts';
import { modeWords } from '../plain-lines.ts';
import { type Block, code, type Fact, fact, text } from './outline.ts';
import { alarmText, countsText, kindWords, moves, openText, shownTime, stateText, timeOr } from './words.ts';

/** The top of a report: what came of the run, who, when, where, and what is left to do. */
export function summaryBlocks(report: Report, next: readonly NextStep[]): Block[] {
  const alarm = alarmText(report);
  const open = openText(report);
  return [
    { block: 'heading', level: 1, text: `Migration report ${report.run}` },
    ...(alarm === null ? [] : [{ block: 'alarm', text: alarm } as const]),
    { block: 'paragraph', text: resultText(report) },
    ...(open === null ? [] : [{ block: 'paragraph', text: open } as const]),
    { block: 'facts', facts: runFacts(report) },
    ...(next.length === 0
      ? []
      : [
          { block: 'heading', level: 2, text: 'What is left to do' } as const,
          { block: 'steps', steps: next } as const,
        ]),
    ...(report.rows.length > 1 ? [...attentionBlocks(report), ...movesBlocks(report)] : []),
  ];
}

function resultText(report: Report): string {
  const [only] = report.rows;
  return only && report.rows.length === 1
    ? `1 move: ${stateText(only)}.`
    : `${moves(report.rows.length)}: ${countsText(report)}.`;
}

const tenantCell = ({ name, tenantId }: TenantFace) =>
  name === null ? code(tenantId, 'not known') : text(tenantId === null ? name : `${name}, tenant ${tenantId}`);

function runFacts(report: Report): Fact[] {
  const { zone } = report;
  return [
    fact('Mode', `${modeWords[report.mode]}, ${report.endpoint}`),
    fact('Change number', report.change ?? 'none given'),
    fact('From', tenantCell(report.source)),
    fact('To', tenantCell(report.target)),
    fact('Profile', report.profile ?? 'none'),
    fact('Confirmed by', `${report.account ?? 'an account the token does not name'}, on computer ${report.machine}`),
    ...report.confirmations.map((confirmation) =>
      fact(
        'Confirmed',
        `${shownTime(confirmation, zone)}, ${moves(confirmation.rows)}, by typing "${confirmation.word}"`,
      ),
    ),
    fact('Last recorded', shownTime(report.recorded, zone)),
    fact('Report written', `${shownTime(report.written, zone)}, by the clock of this computer`),
    fact('Made with', `crossorg ${report.version}`),
    fact('Times', zone === 'UTC' ? 'in UTC' : `in ${zone} and in UTC`),
  ];
}

type Group = { finding: Finding; rows: number[] };

/** The same finding on many rows is one thing to do. */
function attentionBlocks({ rows }: Report): Block[] {
  const groups = new Map<string, Group>();
  for (const { row, findings } of rows)
    for (const finding of findings) {
      const key = `${finding.severity} ${finding.code}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { finding, rows: [row] });
      else if (group.rows.at(-1) !== row) group.rows.push(row);
    }
  if (groups.size === 0) return [];
  const most = [...groups.values()].sort((one, other) => other.rows.length - one.rows.length);
  return [
    { block: 'heading', level: 2, text: 'Needs attention' },
    {
      block: 'table',
      caption: 'Findings, the most frequent first',
      head: ['Finding', 'Moves', 'Rows', 'What happened, in the first of them', 'Next'],
      rows: most.map(({ finding, rows: where }) => [
        code(finding.code),
        text(`${where.length}`),
        text(rowList(where)),
        text(finding.what),
        text(finding.next[0].do),
      ]),
    },
  ];
}

const shownRows = 12;

const rowList = (rows: readonly number[]): string =>
  rows.length <= shownRows
    ? rows.join(', ')
    : `${rows.slice(0, shownRows).join(', ')} and ${rows.length - shownRows} more`;

function movesBlocks({ rows, zone }: Report): Block[] {
  const hasLines = rows.some(({ line }) => line !== null);
  const line = (row: ReportRow) => (hasLines ? [text(row.line === null ? '' : `${row.line}`)] : []);
  return [
    { block: 'heading', level: 2, text: 'Moves' },
    {
      block: 'table',
      caption: 'All moves, started and finished by the clock of the service',
      head: ['Row', ...(hasLines ? ['Line'] : []), 'What', 'From', 'To', 'State', 'Started', 'Finished', 'Task id'],
      rows: rows.map((row) => [
        text(`${row.row}`),
        ...line(row),
        text(kindWords[row.type]),
        code(row.source),
        code(row.target),
        text(stateText(row)),
        text(timeOr(row.started, zone, '')),
        text(timeOr(row.finished, zone, '')),
        code(row.task?.id ?? null),
      ]),
    },
  ];
}
