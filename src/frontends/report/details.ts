import type { ReportRow } from '../../wave/report/row.ts';
import type { Report } from '../../wave/report.ts';
import { stateWords } from '../plain-lines.ts';
import { type Block, code, type Fact, fact, text } from './outline.ts';
import { kindWords, shownTime, stateText, timeOr } from './words.ts';

/** Everything recorded about each move, ids in full. */
export const detailBlocks = ({ rows, zone }: Report): Block[] => [
  ...(rows.length > 1 ? [{ block: 'heading', level: 2, text: 'Each move in full' } as const] : []),
  ...rows.flatMap((row) => rowBlocks(row, { zone, isOnly: rows.length === 1 })),
];

type Place = { zone: string; isOnly: boolean };

const rowBlocks = (row: ReportRow, { zone, isOnly }: Place): Block[] => [
  {
    block: 'heading',
    level: isOnly ? 2 : 3,
    text: `${isOnly ? '' : `Row ${row.row}: `}${row.source} to ${row.target}: ${stateWords[row.state]}`,
  },
  { block: 'facts', facts: rowFacts(row, zone) },
  ...row.findings.map((finding): Block => ({ block: 'finding', finding })),
  historyTable(row, zone),
  requestTable(row, zone),
];

function rowFacts(row: ReportRow, zone: string): Fact[] {
  const { task } = row;
  return [
    fact('State', stateText(row)),
    fact('What moves', kindWords[row.type]),
    fact('From', code(row.source)),
    ...(row.sourceId === null ? [] : [fact('Object id', code(row.sourceId))]),
    fact('To', code(row.target)),
    fact('Lands at', code(row.destination)),
    ...(row.line === null ? [] : [fact('Line of the file', `${row.line}`)]),
    fact('Start', timeOr(row.start, zone, 'as soon as the service has room')),
    ...(row.latestStart === null ? [] : [fact('Latest start', shownTime(row.latestStart, zone))]),
    fact('Plan id', code(row.plan)),
    fact('Dry run', `clean, ${shownTime(row.dryRun, zone)}`),
    fact('Sent', timeOr(row.sent, zone, 'not sent')),
    fact('Task id', code(task?.id ?? null)),
    ...(task === null ? [] : taskFacts(row, zone)),
  ];
}

const taskFacts = ({ task, started, updated, finished }: ReportRow, zone: string): Fact[] => [
  fact('Status in the service', code(task?.rawStatus ?? null)),
  fact('Started', timeOr(started, zone, 'not reported')),
  fact('Last update', timeOr(updated, zone, 'not reported')),
  fact('Finished', timeOr(finished, zone, 'not reported')),
];

const historyTable = ({ history }: ReportRow, zone: string): Block => ({
  block: 'table',
  caption: 'History, as crossorg recorded it',
  head: ['When', 'State', 'What happened'],
  rows: history.map((step) => [text(shownTime(step, zone)), text(stateWords[step.state]), text(step.note)]),
});

const requestTable = ({ requests }: ReportRow, zone: string): Block => ({
  block: 'table',
  caption: 'Requests, with the ids that Microsoft support asks for',
  head: ['When', 'Call', 'request-id', 'client-request-id'],
  rows: requests.map((request) => [
    text(shownTime(request, zone)),
    text(request.call),
    code(request.requestId),
    code(request.clientRequestId),
  ]),
});
