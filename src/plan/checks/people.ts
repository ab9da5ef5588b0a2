import type { Known, Person } from '../answers.ts';
import { type Finding, finding } from '../finding.ts';
import { quoted } from '../parse/readable.ts';
import { type Check, type Side, sides, those } from './check.ts';

/** What two people of one move say about each other, and what a guest or an object id means for it. */
export const people: Check = (known) => {
  const source = personOf(known, 'source');
  const target = personOf(known, 'target');
  return those([
    ...sides.map((side) => isGuest(personOf(known, side)) && guest(side)),
    source?.by === 'id' && known.sourceUpn === null && cannotBeFound(),
    ...(source && target ? pairRules(source, target) : []),
    ...nameBesideId(known),
  ]);
};

const personOf = (known: Known, side: Side): Person | undefined => {
  const party = known[side];
  return party?.kind === 'person' ? party : undefined;
};

const isGuest = (person: Person | undefined): boolean => person?.by === 'upn' && /#ext#/i.test(person.upn);

function pairRules(source: Person, target: Person): (Finding | false)[] {
  if (source.by !== target.by) return [mixed()];
  if (keyOf(source) === keyOf(target)) return [samePerson(source)];
  return [domainOf(source) !== null && domainOf(source) === domainOf(target) && sameDomain(domainOf(source) ?? '')];
}

/** The sign-in name that only serves to find the task must not be the receiver's either. */
function nameBesideId({ sourceUpn, target }: Known): (Finding | false)[] {
  if (!sourceUpn || target?.kind !== 'person' || target.by !== 'upn') return [];
  return [sourceUpn.toLowerCase() === keyOf(target) && upnIsTarget()];
}

const keyOf = (person: Person): string => (person.by === 'upn' ? person.upn : person.id).toLowerCase();

const domainOf = (person: Person): string | null =>
  person.by === 'upn' ? (person.upn.split('@')[1]?.toLowerCase() ?? null) : null;

const samePerson = (person: Person): Finding =>
  finding({
    field: 'target',
    code: 'targetIsSource',
    what: 'Source and target are the same account.',
    why: `One account lives in one tenant, so ${quoted(keyOf(person))} cannot be both.`,
    next: "Give the receiver's name in the target tenant.",
  });

const sameDomain = (domain: string): Finding =>
  finding(
    {
      field: 'target',
      code: 'sameDomain',
      what: `Source and target are both at ${quoted(domain)}.`,
      why: 'A domain belongs to one tenant at a time, so these look like two accounts of one tenant.',
      next: 'Check both names. The target normally has a domain of the target tenant.',
    },
    { severity: 'warning' },
  );

const mixed = (): Finding =>
  finding(
    {
      field: 'target',
      code: 'identitiesMixed',
      what: 'One side is named by a sign-in name, the other by an object id.',
      why: "Microsoft's examples use the same kind on both sides. Whether a mixture works is not documented.",
      next: 'Use two sign-in names or two object ids. The dry run tells for certain.',
    },
    { severity: 'warning' },
  );

const cannotBeFound = (): Finding =>
  finding(
    {
      field: 'sourceUpn',
      code: 'sourceUpnMissing',
      what: 'The task can only be found again by its task id.',
      why: 'The service has no look-up by object id. If its answer is lost, this move stays unconfirmed.',
      next: "Give the source's sign-in name too (--source-upn). It is not part of the request.",
    },
    { severity: 'warning' },
  );

const upnIsTarget = (): Finding =>
  finding({
    field: 'sourceUpn',
    code: 'sourceUpnIsTarget',
    what: "The sign-in name beside the object id is the receiver's.",
    why: 'It must belong to the source account, or the look-up finds the task of somebody else.',
    next: "Give the source's own sign-in name, or leave it empty.",
  });

const guest = (side: Side): Finding =>
  finding(
    side === 'source'
      ? {
          field: side,
          code: 'guestSource',
          what: 'The source is a guest (its sign-in name contains #EXT#).',
          why: 'A guest rarely has a OneDrive in the tenant that invited it, so there may be nothing to move.',
          next: "Check that it is the right account: the person's own tenant knows it by another name.",
        }
      : {
          field: side,
          code: 'guestTarget',
          what: 'The target is a guest (its sign-in name contains #EXT#).',
          why: 'A OneDrive needs an account with a SharePoint plan. Guests normally have none.',
          next: [{ do: 'Create a licensed member account and name it as target.', who: 'target admin' }],
        },
    { severity: 'warning' },
  );
