import type { Finding } from '../../plan/finding.ts';
import { planMove } from '../../plan/id.ts';
import type { Sheet, SheetRow } from '../../wave/csv/sheet.ts';
import { fixesOf } from '../../wave/csv/write.ts';
import { type RowState, stateOf } from '../../wave/row-state.ts';
import type { RunState } from '../../wave/run-state.ts';
import type { Session } from '../state.ts';
import type { WaveFile, WaveLine } from './wave-state.ts';

/** A file as screens and lines show it. `isMended`: it is no longer as it stands on disk. */
export const fileOf = (sheet: Sheet, name: string, isMended: boolean): WaveFile => ({
  name,
  columns: sheet.columns,
  findings: sheet.findings,
  fixes: fixesOf(sheet),
  leftOut: sheet.leftOut,
  isMended,
});

/** The lines of a file, bound to the tenants of a session. */
export const linesOfSheet = ({ rows }: Pick<Sheet, 'rows'>, session: Session): WaveLine[] =>
  rows.map((row) => lineOf(row, session));

function lineOf({ row, line, typed, known, plan, findings }: SheetRow, session: Session): WaveLine {
  const tenants = { sourceTenantId: session.source.tenantId, targetTenantId: session.target.tenantId };
  return {
    ...nothingYet,
    row,
    line,
    typed,
    type: known.type ?? null,
    source: typed.source?.text ?? '',
    target: typed.target?.text ?? '',
    isByRule: typed.target?.origin === 'rule',
    move: plan === null ? null : planMove(plan, session.endpoint, tenants),
    own: findings,
  };
}

const nothingYet = {
  check: null,
  state: 'draft',
  task: null,
  findings: [],
  trouble: null,
  since: null,
} as const satisfies Partial<WaveLine>;

/** The rows of a recorded run. */
export const linesOfRun = ({ rows }: RunState): WaveLine[] => rows.map(recordedLine);

/** What the record says about a row beside its task. */
export const findingsOf = ({ finding, findings }: RowState): readonly Finding[] =>
  finding === null ? findings : [finding, ...findings];

function recordedLine(row: RowState): WaveLine {
  const { plan, task, acceptedAt, at } = row;
  const { move, typed, dryRun } = plan;
  return {
    row: plan.row,
    line: plan.line,
    type: move.plan.type,
    source: typed.source?.text ?? '',
    target: typed.target?.text ?? '',
    isByRule: typed.target?.origin === 'rule',
    typed,
    move,
    own: [],
    check: { planId: move.id, clean: dryRun, findings: [], at: dryRun.at },
    state: stateOf(row),
    task,
    findings: findingsOf(row),
    trouble: null,
    since: stateOf(row) === 'draft' ? null : (task?.updatedAt ?? acceptedAt ?? at),
  };
}
