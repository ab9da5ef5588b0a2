import type { Finding, NextStep, Severity } from '../../plan/finding.ts';
import { fieldLabel } from '../print-findings.ts';
import type { Line } from './voice.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'Problem', warning: 'Warning', info: 'Note' };

/** One finding to be listened to, in the order of every mode; each line begins with what it is. */
export const spokenFinding = ({ severity, field, code, what, why, next, link, requestId }: Finding): Line[] => [
  `${severities[severity]}: ${fieldLabel(field)}. Code ${code}.`,
  `What: ${what}`,
  `Why: ${why}`,
  ...next.flatMap(spokenStep),
  ...(link ? [`Link: ${link}`] : []),
  ...(requestId ? [`Request id: ${requestId}`] : []),
];

/** What to do, by whom where it is somebody else, and the command as a line of its own. */
function spokenStep({ do: todo, command, who }: NextStep): Line[] {
  const isNamed = who === 'you' || who === 'nobody' || todo.toLowerCase().includes(who.toLowerCase());
  return [`Next: ${todo}${isNamed ? '' : ` (${who})`}`, ...(command ? [{ command }] : [])];
}
