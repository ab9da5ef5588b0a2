import type { Parse } from '../question.ts';
import { err, ok } from '../result.ts';
import { quoted, readable, suggesting } from './readable.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isGuid = (text: string): boolean => guid.test(text);

/** `what`: the thing the GUID stands for, with its article. */
export const parseGuid = (what: string): Parse<string> =>
  readable((text) =>
    isGuid(text)
      ? ok(text.toLowerCase())
      : err({
          what: `${quoted(text)} is not ${what}.`,
          why: 'It is a GUID: 32 hex digits in groups of 8, 4, 4, 4 and 12.',
          next: 'Copy it from the tenant overview in Microsoft Entra, like 78d010af-72cb-412f-8779-18ce9b5f553b.',
          ...suggesting(regrouped(text)),
        }),
  );

/** The GUID in braces, as PowerShell prints it, or without its dashes. */
export function regrouped(text: string): string | undefined {
  const digits = text.replace(/[{}()\s-]/g, '').toLowerCase();
  const groups = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(digits);
  return groups?.slice(1).join('-');
}
