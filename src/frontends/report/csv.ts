import type { ReportRow } from '../../wave/report/row.ts';
import type { ReportTime } from '../../wave/report/times.ts';
import type { Report } from '../../wave/report.ts';
import { modeWords } from '../plain-lines.ts';
import { csvText } from './csv-text.ts';

/** A report as a table, a move a line. Each line says everything, so that lines can be filtered and put together. */
export const csvReport = (report: Report): string =>
  csvText([
    columns.map(({ name }) => name),
    ...report.rows.map((row) => columns.map(({ of }) => of(row, report) ?? '')),
  ]);

type Column = { name: string; of(row: ReportRow, report: Report): string | null | undefined };

const local = (time: ReportTime | null) => time?.local ?? '';

/** A moment in two columns: in UTC, and in the zone of the report with its offset. */
const moment = (name: string, of: (row: ReportRow, report: Report) => ReportTime | null | undefined): Column[] => [
  { name: `${name}Utc`, of: (row, report) => of(row, report)?.at },
  { name: `${name}Local`, of: (row, report) => local(of(row, report) ?? null) },
];

const columns: readonly Column[] = [
  { name: 'mode', of: (_, { mode }) => modeWords[mode] },
  { name: 'run', of: (_, { run }) => run },
  { name: 'change', of: (_, { change }) => change },
  { name: 'row', of: ({ row }) => `${row}` },
  { name: 'line', of: ({ line }) => (line === null ? '' : `${line}`) },
  { name: 'type', of: ({ type }) => type },
  { name: 'source', of: ({ source }) => source },
  { name: 'sourceObjectId', of: ({ sourceId }) => sourceId },
  { name: 'target', of: ({ target }) => target },
  { name: 'destination', of: ({ destination }) => destination },
  { name: 'state', of: ({ state }) => state },
  { name: 'stateDetail', of: ({ detail }) => detail },
  { name: 'taskId', of: ({ task }) => task?.id },
  { name: 'serviceStatus', of: ({ task }) => task?.rawStatus },
  { name: 'findings', of: ({ findings }) => findings.map(({ code }) => code).join('; ') },
  { name: 'what', of: ({ findings }) => findings.map(({ what }) => what).join(' ') },
  { name: 'why', of: ({ findings }) => findings.map(({ why }) => why).join(' ') },
  { name: 'next', of: ({ findings }) => findings.map(({ next }) => next[0].do).join(' ') },
  { name: 'planId', of: ({ plan }) => plan },
  ...moment('plannedStart', ({ start }) => start),
  ...moment('latestStart', ({ latestStart }) => latestStart),
  ...moment('dryRun', ({ dryRun }) => dryRun),
  ...moment('confirmed', ({ history }) => history[0]),
  ...moment('sent', ({ sent }) => sent),
  ...moment('accepted', ({ accepted }) => accepted),
  ...moment('started', ({ started }) => started),
  ...moment('updated', ({ updated }) => updated),
  ...moment('finished', ({ finished }) => finished),
  { name: 'history', of: ({ history }) => history.map(({ at, state }) => `${at} ${state}`).join('; ') },
  { name: 'requestIds', of: ({ requests }) => idList(requests, 'requestId') },
  { name: 'clientRequestIds', of: ({ requests }) => idList(requests, 'clientRequestId') },
  { name: 'account', of: (_, { account }) => account },
  { name: 'machine', of: (_, { machine }) => machine },
  { name: 'profile', of: (_, { profile }) => profile },
  { name: 'sourceTenant', of: (_, { source }) => source.name },
  { name: 'sourceTenantId', of: (_, { source }) => source.tenantId },
  { name: 'targetTenant', of: (_, { target }) => target.name },
  { name: 'targetTenantId', of: (_, { target }) => target.tenantId },
  { name: 'graph', of: (_, { endpoint }) => endpoint },
  { name: 'timeZone', of: (_, { zone }) => zone },
  ...moment('recorded', (_, { recorded }) => recorded),
  { name: 'version', of: (_, { version }) => version },
];

/** Each id with its call in front: `create 9d0c…`. */
const idList = (requests: ReportRow['requests'], name: 'requestId' | 'clientRequestId'): string =>
  requests.flatMap((request) => (request[name] === null ? [] : [`${request.call} ${request[name]}`])).join('; ');
