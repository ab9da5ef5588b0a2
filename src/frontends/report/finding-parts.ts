import type { Finding, NextStep } from '../../plan/finding.ts';
import { fieldLabel } from '../print-findings.ts';

/** One line of a finding; `code` and `link` are what is copied from it. */
export type Part = { label: string; text: string; code?: string; link?: string };

const severityWords = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** `Error, Licence, ` in front of the code. */
export const findingTitle = ({ severity, field }: Finding): string =>
  `${severityWords[severity]}, ${fieldLabel(field)}`;

/** A finding in the order of every mode: what, why, next and who, then what the service said. */
export const findingParts = (finding: Finding): Part[] => [
  { label: 'What', text: finding.what },
  { label: 'Why', text: finding.why },
  ...finding.next.map(stepPart),
  ...(isMicrosoftPage(finding.link) ? [{ label: 'Read', text: '', link: finding.link }] : []),
  ...serviceParts(finding),
  ...idPart('request-id', finding.requestId),
  ...idPart('client-request-id', finding.clientRequestId),
];

/** One thing to do, with who does it when it is not the reader. */
export const stepPart = ({ do: todo, who, command }: NextStep): Part => ({
  label: 'Next',
  text: who === 'you' || who === 'nobody' ? todo : `${todo} (${who})`,
  ...(command === undefined ? {} : { code: command }),
});

function serviceParts({ service }: Finding): Part[] {
  if (service === null) return [];
  const { status, code, message } = service;
  const said = [status === null ? '' : `HTTP ${status}`, code, message].filter((part) => part !== '').join(', ');
  return said === '' ? [] : [{ label: 'The service said', text: said }];
}

const idPart = (label: string, id: string | null): Part[] => (id === null ? [] : [{ label, text: '', code: id }]);

/** A record can be tampered with: only Microsoft's own pages become links. */
const isMicrosoftPage = (link: string | null): link is string =>
  link !== null && /^https:\/\/learn\.microsoft\.com\/[\w\-./?=&#%]*$/.test(link);
