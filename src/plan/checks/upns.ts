import type { Known } from '../answers.ts';
import { type Finding, finding } from '../finding.ts';
import { addressIn } from '../parse/person.ts';
import { quoted, suggesting } from '../parse/readable.ts';
import { adminOf, type Check, those } from './check.ts';

type Field = 'source' | 'sourceUpn' | 'target';

/** Form and length of every sign-in name. Limits and forbidden characters are those of Microsoft's IdFix tool. */
export const upns: Check = (known) => upnsIn(known).flatMap(([field, upn]) => rulesFor(field, upn));

function upnsIn({ source, sourceUpn, target }: Known): [Field, string][] {
  return [
    ...(source?.kind === 'person' && source.by === 'upn' ? [['source', source.upn] as [Field, string]] : []),
    ...(sourceUpn ? [['sourceUpn', sourceUpn] as [Field, string]] : []),
    ...(target?.kind === 'person' && target.by === 'upn' ? [['target', target.upn] as [Field, string]] : []),
  ];
}

const forbidden = /[\s\\%&*+/=?{}|<>();:,[\]"]/gu;
/** Letters with two dots, whether written as one character or as two. */
const umlaut = /[a-z]\u0308/giu;
const usual = /^[a-z0-9'.\-_!#^~@]+$/i;

function rulesFor(field: Field, upn: string): Finding[] {
  const [name = '', domain = ''] = upn.split('@');
  const not = [...new Set([...(upn.match(forbidden) ?? []), ...umlautsIn(upn)])];
  return those([
    (upn.length > 113 || name.length > 64 || domain.length > 48) && tooLong(field, name, domain),
    not.length > 0 && forbiddenIn(field, upn, not),
    upn.includes("'") && apostrophe(field, upn),
    not.length === 0 && !usual.test(upn) && unusual(field, upn),
    !/^[^.]+(\.[^.]+)+$/.test(domain) && noDomain(field, domain),
  ]);
}

const umlautsIn = (upn: string): string[] =>
  (upn.normalize('NFD').match(umlaut) ?? []).map((letter) => letter.normalize('NFC'));

const admin = (field: Field) => adminOf(field === 'target' ? 'target' : 'source');

const tooLong = (field: Field, name: string, domain: string): Finding =>
  finding({
    field,
    code: 'upnTooLong',
    what: `The sign-in name is too long: ${name.length} characters before the @, ${domain.length} after it.`,
    why: 'A sign-in name has at most 64 characters before the @, 48 after it and 113 in all.',
    next: [{ do: 'Check the name, or give the account a shorter one.', who: admin(field) }],
  });

const forbiddenIn = (field: Field, upn: string, characters: readonly string[]): Finding =>
  finding(
    {
      field,
      code: 'upnForbiddenCharacter',
      what: `${quoted(upn)} contains ${inWords(characters)}.`,
      why: 'A sign-in name has no spaces, no umlauts and none of \\ % & * + / = ? { } | < > ( ) ; : , [ ] "',
      next: [{ do: 'Use the name as Microsoft Entra shows it, or rename the account.', who: admin(field) }],
    },
    suggesting(addressIn(upn) ?? withoutSpaces(upn)),
  );

const withoutSpaces = (upn: string): string | undefined => {
  const together = upn.replace(/\s+/g, '');
  return together !== upn && usual.test(together) ? together : undefined;
};

const inWords = (characters: readonly string[]): string =>
  characters
    .slice(0, 5)
    .map((character) => (/\s/.test(character) ? 'a space' : character))
    .join(' and ');

const apostrophe = (field: Field, upn: string): Finding =>
  finding({
    field,
    code: 'upnApostrophe',
    what: `${quoted(upn)} contains an apostrophe.`,
    why: 'Microsoft Entra allows it, but the service ends these moves with an "invalid character" error.',
    next: [{ do: 'Rename the account without the apostrophe, map it again, then repeat.', who: admin(field) }],
  });

const unusual = (field: Field, upn: string): Finding =>
  finding(
    {
      field,
      code: 'upnUnusualCharacter',
      what: `${quoted(upn)} contains characters that sign-in names seldom have.`,
      why: "Usual are the letters a to z, digits and ' . - _ ! # ^ ~. Others may be refused by the service.",
      next: 'Compare it with the name in Microsoft Entra. The dry run tells for certain.',
    },
    { severity: 'warning' },
  );

const noDomain = (field: Field, domain: string): Finding =>
  finding(
    {
      field,
      code: 'upnDomainIncomplete',
      what: `${quoted(domain)} does not look like a complete domain.`,
      why: 'The part after the @ is a domain of the tenant, like contoso.com or contoso.onmicrosoft.com.',
      next: 'Write the whole domain. The dry run tells for certain whether the name exists.',
    },
    { severity: 'warning' },
  );
