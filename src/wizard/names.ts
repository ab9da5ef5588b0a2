import type { QuestionId } from '../plan/answers.ts';
import { shortId } from '../plan/plan.ts';
import { cleanText } from '../problems/clean.ts';
import type { Session } from './state.ts';

/** A tenant as sentences call it. */
export const sourceName = ({ source }: Session): string =>
  cleanText(source.name ?? source.tenantId ?? 'the source tenant');
export const targetName = ({ target }: Session): string =>
  cleanText(target.name ?? target.tenantId ?? 'the target tenant');

export const planText = (id: string): string => `plan ${shortId(id)}`;

export const kindName = { user: 'OneDrive', site: 'site', group: 'group site' } as const;

/** Which tenant an answer is about, after its label; empty for most. */
export function sideOf(id: QuestionId, session: Session): string {
  if (id === 'source' || id === 'sourceUpn') return ` (${sourceName(session)})`;
  return id === 'target' ? ` (${targetName(session)})` : '';
}
