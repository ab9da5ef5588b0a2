import type { Person } from '../answers.ts';
import type { Parse, Unreadable } from '../question.ts';
import { err, ok } from '../result.ts';
import { isGuid, regrouped } from './guid.ts';
import { quoted, readable, suggesting } from './readable.ts';

const upn = /^[^@]+@[^@]+$/;

/** A GUID is an object id; anything else must look like a sign-in name. */
export const parsePerson: Parse<Person> = readable<Person>((text) => {
  if (isGuid(text)) return ok({ by: 'id', id: text.toLowerCase() });
  return upn.test(text) ? ok({ by: 'upn', upn: text }) : err(notAPerson(text));
});

/** Empty means that the sign-in name is not known. */
export const parseOptionalUpn: Parse<string | null> = readable<string | null>((text) => {
  if (text === '') return ok(null);
  return upn.test(text) ? ok(text) : err(notAUpn(text));
});

const notAPerson = (text: string): Unreadable => ({
  what: `${quoted(text)} is not a sign-in name.`,
  why: 'A person is named by a sign-in name with one @, or by an object id (a GUID).',
  next: /^https?:/i.test(text)
    ? "Use the owner's sign-in name, like dana@contoso.com. To move a site, choose the type site."
    : 'Use the form dana@contoso.com.',
  ...suggesting(addressIn(text) ?? regrouped(text)),
});

const notAUpn = (text: string): Unreadable => ({
  what: `${quoted(text)} is not a sign-in name.`,
  why: 'A sign-in name has one @, with a name before it and a domain after it.',
  next: 'Use the form dana@contoso.com, or leave it empty.',
  ...suggesting(addressIn(text)),
});

const inBrackets = /<(?:mailto:)?([^<>@\s]+@[^<>@\s]+)>/i;
const afterMailto = /^mailto:([^@\s?]+@[^@\s?]+)/i;

/** The address in what a mail program puts on the clipboard: `Dana <dana@contoso.com>`, `mailto:…`, a list's end. */
export function addressIn(text: string): string | undefined {
  if (text.length > 400) return undefined;
  const [, found] = inBrackets.exec(text) ?? afterMailto.exec(text) ?? /^([^@\s]+@[^@\s]+?)[;,.>]+$/.exec(text) ?? [];
  return found;
}
