import { type Field, type Finding, finding } from './finding.ts';
import { checksumOf, type PlanFile, planIdOf } from './plan-file.ts';
import type { Disagreement, RebuiltRow } from './plan-file-rows.ts';
import { questionIds } from './questions.ts';

/** What in a plan file no longer fits the rest of it, one finding each; empty when it is as it was written. */
export function planChanges(file: PlanFile, rows: readonly RebuiltRow[]): readonly Finding[] {
  const inRows = rows.flatMap((row) => rowChanges(row, placeIn(rows, row)));
  if (inRows.length > 0) return inRows;
  const ids = idChanges(file, rows);
  if (ids.length > 0) return ids;
  return file.checksum === checksumOf(file) ? [] : [somethingElse];
}

const placeIn = (rows: readonly RebuiltRow[], { row }: RebuiltRow): string =>
  rows.length === 1 ? '' : ` in row ${row.row}`;

const rowChanges = ({ disagreements, idFits }: RebuiltRow, place: string): Finding[] =>
  disagreements.map((one) => changed(one.field, `${labelOf(one.field)}${place}`, whyOf(one, idFits)));

function whyOf({ request, values }: Disagreement, idFits: RebuiltRow['idFits']): string {
  const [said, given] = [shown(request), shown(values)];
  switch (idFits) {
    case 'request':
      return `The plan id stands for ${said}; the values in the file say ${given}.`;
    case 'values':
      return `The plan id stands for ${given}; the request in the file says ${said}.`;
    case 'both':
      return `The file says ${said}; its values say ${given}.`;
    case 'neither':
      return `The request in the file says ${said}, its values say ${given}, and the plan id fits neither.`;
  }
}

/** Values and requests agree, so an id was changed, or something that only the ids cover. */
function idChanges(file: PlanFile, rows: readonly RebuiltRow[]): Finding[] {
  const stored = rows.map(({ row }) => row.plan.id);
  const made = rows.map(({ move }) => move?.id ?? '');
  if (file.planId === planIdOf(stored))
    return made.every((id, index) => id === stored[index]) ? [] : [coveredByIds(file)];
  const wrong = rows.filter(({ move, row }) => move?.id !== row.plan.id);
  if (wrong.length === 0 || planIdOf(made) !== file.planId)
    return [changed('plan', 'planId', `The rows make ${planIdOf(made)}; the file says ${file.planId}.`)];
  return wrong.map(({ move, row }) =>
    changed(
      'plan',
      `the id${placeIn(rows, rows[0] as RebuiltRow)}`,
      `The values make ${move?.id}; the file says ${row.plan.id}.`,
    ),
  );
}

const coveredByIds = ({ source, target }: PlanFile): Finding =>
  changed(
    'tenant',
    'a tenant id or the source sign-in name',
    `The plan id stands for others than source tenant ${shown(source.tenantId ?? 'unknown')} and target tenant ${shown(target.tenantId ?? 'unknown')}, or for another sourceUpn.`,
  );

const somethingElse = changed(
  'plan',
  'something that the ids do not cover',
  'Its checksum no longer fits: createdAt, version, mode, profile, a name, the time zone, the change number, a line, an origin or the dry run was changed.',
);

function changed(field: Field, place: string, why: string): Finding {
  return finding({
    field,
    code: 'planChanged',
    what: `The plan is not the one that was checked: ${place} was changed. Nothing was sent.`,
    why,
    next: 'Make the plan again with --plan-out, and have it approved again.',
  });
}

const asked: readonly string[] = questionIds;

const labelOf = (field: Field): string =>
  asked.includes(field) ? field : field === 'command' ? 'the address it goes to' : 'the request';

const longest = 160;

/** Text of the file as a message may show it. */
function shown(text: string): string {
  const letters = [...text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?')];
  return letters.length > longest ? `${letters.slice(0, longest - 3).join('')}...` : letters.join('');
}
