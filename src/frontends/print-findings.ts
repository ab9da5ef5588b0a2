import type { Field, Finding, NextStep, Severity } from '../plan/finding.ts';
import { cleanText } from '../problems/clean.ts';
import { hideSecrets } from '../problems/secrets.ts';
import { besides } from './layout.ts';

export type Paper = { width: number; ascii: boolean };

const symbols: Record<Severity, { unicode: string; ascii: string }> = {
  error: { unicode: '✗', ascii: 'x' },
  warning: { unicode: '!', ascii: '!' },
  info: { unicode: '·', ascii: '.' },
};

const column = 11;

/** One finding as plain lines, in the order of every mode: symbol, field and code, then what, why, next and who. */
export function findingLines(finding: Finding, { width, ascii }: Paper): string[] {
  const symbol = symbols[finding.severity][ascii ? 'ascii' : 'unicode'];
  // Before lines are broken: a part of a key would not be seen for what it is.
  const row = (label: string, text: string) => besides(`  ${label}`, hideSecrets(cleanText(text)), { column, width });
  return [
    `${symbol} ${fieldLabel(finding.field).padEnd(column - 4)}  ${hideSecrets(cleanText(finding.code))}`,
    ...row('What', finding.what),
    ...row('Why', finding.why),
    ...finding.next.flatMap((step) => stepLines(step, row)),
    ...(finding.link ? row('Link', finding.link) : []),
    ...(finding.requestId ? row('Request', finding.requestId) : []),
  ];
}

type Row = (label: string, text: string) => string[];

const stepLines = (step: NextStep, row: Row): string[] => [
  ...row('Next', step.do),
  ...(step.command ? row('', step.command) : []),
  ...(step.who === 'you' ? [] : row('Who', step.who)),
];

const spelled: Partial<Record<Field, string>> = {
  sourceUpn: 'Source sign-in name',
  targetBy: 'Target addressed by',
  targetOrgId: 'Target organization id',
  signIn: 'Sign-in',
};

/** `targetHost` as people read it: Target host. */
export function fieldLabel(field: Field): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spelled[field] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
