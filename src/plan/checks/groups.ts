import { type Finding, finding } from '../finding.ts';
import { isGuid } from '../parse/guid.ts';
import { quoted } from '../parse/readable.ts';
import { adminOf, type Check, type Side, sides, those } from './check.ts';

/** Rules of mail nicknames, and those that only these moves have. */
export const groups: Check = (known) =>
  sides.flatMap((side) => {
    const party = known[side];
    return party?.kind === 'group' ? rulesFor(side, party.mailNickname) : [];
  });

const forbidden = /[@()\\[\]";:<>,\s]/;
const ascii = /^[\x20-\x7e]*$/;

function rulesFor(side: Side, name: string): Finding[] {
  return those([
    name.length > 64 && tooLong(side, name),
    !ascii.test(name) && notAscii(side, name),
    forbidden.test(name) && (name.includes(' ') ? displayName(side, name) : forbiddenIn(side, name)),
    name.includes('.') && period(side, name),
    name.includes("'") && apostrophe(side, name),
    isGuid(name) && objectId(side),
  ]);
}

const tooLong = (side: Side, name: string): Finding =>
  finding({
    field: side,
    code: 'nicknameTooLong',
    what: `The mail nickname has ${name.length} characters.`,
    why: 'A mail nickname has at most 64.',
    next: "Copy it from the group's mail address: the part before the @.",
  });

const notAscii = (side: Side, name: string): Finding =>
  finding({
    field: side,
    code: 'nicknameNotAscii',
    what: `${quoted(name)} contains characters outside plain English text.`,
    why: 'A mail nickname is made of ASCII characters only. This may be the display name.',
    next: "Copy the nickname from the group's mail address: the part before the @.",
  });

const displayName = (side: Side, name: string): Finding =>
  finding({
    field: side,
    code: 'nicknameHasSpace',
    what: `${quoted(name)} contains a space.`,
    why: 'A mail nickname has none. This looks like the display name of the group.',
    next: "Copy the nickname from the group's mail address: the part before the @.",
  });

const forbiddenIn = (side: Side, name: string): Finding =>
  finding({
    field: side,
    code: 'nicknameForbiddenCharacter',
    what: `${quoted(name)} contains a character that mail nicknames cannot have.`,
    why: 'Not allowed are spaces and @ ( ) \\ [ ] " ; : < > ,',
    next: "Copy the nickname from the group's mail address: the part before the @.",
  });

const period = (side: Side, name: string): Finding =>
  finding({
    field: side,
    code: 'nicknamePeriod',
    what: `${quoted(name)} contains a period.`,
    why: 'The service ends moves of groups with a period in their name with an "Invalid character" error.',
    next: [{ do: "Change the group's mail nickname so that it has no period, then repeat.", who: adminOf(side) }],
  });

const apostrophe = (side: Side, name: string): Finding =>
  finding(
    {
      field: side,
      code: 'nicknameApostrophe',
      what: `${quoted(name)} contains an apostrophe.`,
      why: 'The nickname becomes part of the site address, and addresses with an apostrophe fail.',
      next: [{ do: "Change the group's mail nickname first. The dry run may tell more.", who: adminOf(side) }],
    },
    { severity: 'warning' },
  );

const objectId = (side: Side): Finding =>
  finding(
    {
      field: side,
      code: 'nicknameLooksLikeId',
      what: 'The mail nickname looks like an object id.',
      why: 'The service finds a group by its mail nickname only, not by its object id.',
      next: "Copy the nickname from the group's mail address: the part before the @.",
    },
    { severity: 'warning' },
  );
