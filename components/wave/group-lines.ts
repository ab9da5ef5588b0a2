import type { Finding } from '../../src/plan/finding.ts';
import { cleanText } from '../../src/problems/clean.ts';
import { inPlace } from '../../src/wizard/in-place.ts';
import type { Session } from '../../src/wizard/state.ts';
import type { Group } from '../../src/wizard/wave/wave-groups.ts';
import { counted } from '../../src/wizard/wave/wave-summary.ts';
import { fieldLabel } from '../frame/field-labels.ts';
import { findingLines } from '../frame/finding-lines.ts';

const LABEL = 6;

const doers: { readonly [who: string]: string } = { you: 'you', nobody: 'nobody: it passes by itself' };

/** How many rows wait, for whom, and why: `12 rows   Licence   MnAOdb…   licence admin`. */
export const groupHead = ({ rows, finding, who }: Group): string =>
  [counted(rows.length, 'row'), fieldLabel(finding.field), cleanText(finding.code), `by ${doers[who] ?? who}`].join(
    '   ',
  );

/** What to do, as the finding of the first row says it; it may name that row. */
export function groupLines({ finding, rows }: Group, session: Session, width: number): string[] {
  const [placed = finding] = inPlace([finding], session);
  const what = rows.length === 1 ? placed.what : `For example: ${placed.what}`;
  return findingTexts({ ...placed, what }, width);
}

export const findingTexts = (finding: Finding, width: number): string[] =>
  findingLines(finding, Math.max(8, width - LABEL)).map(({ label, text }) => label.padEnd(LABEL) + text);
