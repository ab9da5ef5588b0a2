import { type Finding, finding, type NextStep } from '../finding.ts';
import { quoted } from '../parse/readable.ts';
import type { Profile } from '../profile.ts';
import { isDomain } from '../profile-parse.ts';
import { type Check, type Side, sides, those } from './check.ts';
import { type Placed, placeName, placeParty } from './profile-place.ts';

type At = { field: Side | 'sourceUpn'; side: Side; placed: Placed; profile: Profile };

const otherOf = (side: Side): Side => (side === 'source' ? 'target' : 'source');

/** Source and target lie on their sides of the profile: names by their domains, sites by their hosts. */
export const profileParties: Check = (known, _typed, { profile }) => {
  if (!profile) return [];
  const placed = sides.flatMap((side) => {
    const found = placeParty(known[side], profile[side], profile[otherOf(side)]);
    return found ? [{ field: side, side, placed: found, profile }] : [];
  });
  const beside = known.sourceUpn ? placeName(known.sourceUpn, profile.source, profile.target) : null;
  if (placed.length === 2 && placed.every((one) => one.placed.lies === 'other')) return [swapped(profile)];
  const isSite = known.source?.kind === 'site';
  return [
    ...placed.flatMap((one) => (isSite ? siteRules(one) : nameRules(one))),
    ...(beside ? nameRules({ field: 'sourceUpn', side: 'source', placed: beside, profile }) : []),
  ];
};

const nameRules = (at: At): Finding[] =>
  those([
    at.placed.lies === 'other' && otherSide(at),
    at.placed.lies === 'unlisted' && isName(at.placed.by) && domainNotListed(at),
  ]);

/** What is around an address in a mail belongs to no domain: the form of the name is judged elsewhere. */
const isName = (domain: string): boolean => !/[\s<>"]/.test(domain);

const siteRules = (at: At): Finding[] =>
  those([
    at.placed.lies === 'other' && otherSide(at),
    at.placed.lies === 'unlisted' && hostNotListed(at),
    at.placed.lies === 'unknown' && hostUnknown(at),
  ]);

const swapped = ({ name, source, target }: Profile): Finding =>
  finding({
    field: 'source',
    code: 'answersSwapped',
    what: 'Source and target are swapped.',
    why: `Profile ${name} moves from ${quoted(source.name)} to ${quoted(target.name)}. The answers go the other way.`,
    next: 'Swap the two answers, or use a profile for the other direction.',
  });

function otherSide({ field, side, placed, profile }: At): Finding {
  const [own, other] = [profile[side], profile[otherOf(side)]];
  return finding({
    field,
    code: side === 'source' ? 'sourceOnTargetSide' : 'targetOnSourceSide',
    what: `${quoted(placed.by)} belongs to ${quoted(other.name)}, the ${otherOf(side)} of profile ${profile.name}.`,
    why: `The ${side} of this profile is ${quoted(own.name)}.`,
    next: `Give the ${side} in ${quoted(own.name)}, or use a profile for the other direction.`,
  });
}

/** A list may lack a domain; a slip of the finger is refused, because the one that is meant is known. */
function domainNotListed({ field, side, placed, profile }: At): Finding {
  const { domains } = profile[side];
  const { by, meant } = placed;
  return finding(
    {
      field,
      code: 'domainNotOfProfile',
      what: `${quoted(by)} is not a domain of the ${side} of profile ${profile.name}.`,
      why: `The profile lists ${inWords(domains)}.`,
      next: [
        {
          do: meant === undefined ? 'Check the name.' : `Use ${quoted(meant)}, if that is meant.`,
          who: 'you',
        },
        add(profile, `${side}-domains`, [...domains, by], isDomain(by)),
      ],
    },
    meant === undefined ? { severity: 'warning' } : { suggestion: meant },
  );
}

function hostNotListed({ field, side, placed, profile }: At): Finding {
  const { hosts } = profile[side];
  const { by, meant } = placed;
  return finding(
    {
      field,
      code: 'siteNotOfProfile',
      what: `${quoted(by)} is not a host of the ${side} of profile ${profile.name}.`,
      why: `The profile lists ${inWords(hosts)}.`,
      next: [
        { do: `Give an address of ${quoted(profile[side].name)}.`, who: 'you' },
        add(profile, `${side}-hosts`, [...hosts, `https://${by}`], true),
      ],
    },
    meant === undefined ? {} : { suggestion: meant },
  );
}

function hostUnknown({ field, side, placed, profile }: At): Finding {
  return finding(
    {
      field,
      code: 'siteSideUnknown',
      what: `Whether ${quoted(placed.by)} belongs to ${quoted(profile[side].name)} cannot be told.`,
      why: `Profile ${profile.name} lists no hosts for its ${side}.`,
      next: [add(profile, `${side}-hosts`, [`https://${placed.by}`], true)],
    },
    { severity: 'warning' },
  );
}

/** How to list it, for whoever knows that it belongs there. */
const add = ({ name }: Profile, flag: string, values: readonly string[], isPrintable: boolean): NextStep => ({
  do: 'If it belongs to this tenant, add it to the profile.',
  who: 'you',
  ...(isPrintable ? { command: `crossorg profile edit ${name} --${flag} ${values.join(',')}` } : {}),
});

const shown = 3;

const inWords = (values: readonly string[]): string =>
  values.length > shown
    ? `${values.slice(0, shown).join(', ')} and ${values.length - shown} more`
    : values.join(' and ');
