import { stateWords } from '../../frontends/plain-lines.ts';
import { csvText } from '../../frontends/report/csv-text.ts';
import { isoTime } from '../../plan/iso.ts';
import type { Session } from '../../wizard/state.ts';
import { lineFindings } from '../../wizard/wave/line-findings.ts';
import type { WaveLine } from '../../wizard/wave/wave-state.ts';

/** What a table shows, in a file. */
export function boardExport(lines: readonly WaveLine[], form: 'csv' | 'json' | 'md', session: Session): string {
  const rows = lines.map((line) => rowOf(line, session));
  if (form === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  const table = [names.map((name) => name), ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  return form === 'csv' ? csvText(table) : markdown(table);
}

const names = ['row', 'line', 'type', 'source', 'target', 'state', 'since', 'task', 'findings'] as const;

type Row = Readonly<Record<(typeof names)[number], string | number | null>>;

const rowOf = (line: WaveLine, session: Session): Row => ({
  row: line.row,
  line: line.line,
  type: line.type,
  source: line.source,
  target: line.target,
  state: stateWords[line.state],
  since: line.since === null ? null : isoTime(line.since),
  task: line.task?.id ?? null,
  findings: lineFindings(line, session)
    .filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code)
    .join(' '),
});

const markdown = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escaped).join(' | ')} |\n`).join('');

const escaped = (text: string): string => text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\s+/g, ' ');
