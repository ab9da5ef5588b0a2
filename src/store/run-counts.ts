import { ok, type Result } from '../plan/result.ts';
import type { Database } from '../ports/ports.ts';
import type { Place } from '../wave/row-state.ts';
import type { RowCount } from '../wave/run-counts.ts';

/**
 * How many rows of a run stand where, without reading their plans and tasks into memory: the same as a fold over its entries
 * would count. Rows of which nothing was recorded are drafts.
 */
export function countRows(database: Database): Result<readonly RowCount[], never> {
  const told = database.all(perPlace).map(
    ({ place, state, final, rows }): RowCount => ({
      place: placeOf(String(place)),
      state: state === null ? null : (String(state) as RowCount['state']),
      isFinal: final === 1,
      rows: Number(rows),
    }),
  );
  const all = Number(database.all(allRows)[0]?.rows ?? 0);
  const untold = all - told.reduce((sum, { rows }) => sum + rows, 0);
  return ok(untold > 0 ? [...told, { place: 'draft', state: null, isFinal: false, rows: untold }] : told);
}

const placeOf = (kind: string): Place => (kind === 'unsent' ? 'draft' : (kind as Place));

const allRows = "SELECT sum(json_array_length(body, '$.rows')) AS rows FROM entries WHERE kind = 'opened'";

/** The last entry of a row that says where it stands, and the last one that shows its task. */
const perPlace = `
  SELECT place, state, final, count(*) AS rows FROM (
    SELECT placed.kind AS place, seen.state AS state, seen.final AS final FROM (
      SELECT json_extract(body, '$.row') AS row, kind, max(seq) FROM entries
      WHERE kind IN ('intended', 'unconfirmed', 'accepted', 'adopted', 'rejected', 'conflicted', 'unsent')
      GROUP BY json_extract(body, '$.row')
    ) AS placed LEFT JOIN (
      SELECT json_extract(body, '$.row') AS row, json_extract(body, '$.task.state') AS state,
             json_extract(body, '$.task.final') AS final, max(seq) FROM entries
      WHERE kind IN ('accepted', 'adopted', 'observed') GROUP BY json_extract(body, '$.row')
    ) AS seen ON seen.row = placed.row
  ) GROUP BY place, state, final`;
