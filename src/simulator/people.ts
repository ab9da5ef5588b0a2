import { guidOf } from './random.ts';
import type { Content, SourceUser, TargetUser } from './world.ts';

export const untroubled: Content = {
  lock: 'none',
  hasTargetGuests: false,
  longestPath: 80,
  jobRefused: false,
  refusedWith: null,
  surprise: null,
};

/** One person on both sides. */
type Person = {
  user: SourceUser;
  target: TargetUser | null;
  mappedTo: string[];
  /** A OneDrive stands at the target already. */
  taken: boolean;
};

type Trouble = Partial<SourceUser> & { targetUser?: 'missing' | 'no-plan'; mappedTo?: string[]; taken?: boolean };

/** What happens, in one line for people who choose. */
type Told = { about: string };

const readyNames = ['dana', 'sam', 'kim', 'priya', 'alex', 'maria', 'tom', 'wei', 'ana', 'ben', 'chloe', 'ivan'];

/** People who meet the same trouble in every scenario. */
const troubles: Record<string, Trouble & Told> = {
  omar: { about: 'A OneDrive stands at the target already.', taken: true },
  lee: { about: 'Nobody has the migration licence.', licence: 'no' },
  nora: { about: 'Missing in the identity map.', mappedTo: [] },
  duncan: { about: 'Twice in the identity map.', mappedTo: ['duncan@fabrikam.com', 'duncan.old@fabrikam.com'] },
  mia: { about: 'Mapped to another person.', mappedTo: ['kim@fabrikam.com'] },
  otto: { about: 'Has no OneDrive.', oneDrive: 'none' },
  yara: { about: 'The OneDrive is still being made.', oneDrive: 'provisioning' },
  owen: { about: 'Somebody else owns the OneDrive.', ownsOneDrive: false },
  rosa: { about: 'The OneDrive is locked for writing.', lock: 'readOnly' },
  nils: { about: 'Nobody can open the OneDrive.', lock: 'noAccess' },
  tess: { about: 'Has no account at the target.', targetUser: 'missing' },
  noel: { about: 'The target account may not use SharePoint.', targetUser: 'no-plan' },
  gus: { about: 'People of the target are guests in the OneDrive.', hasTargetGuests: true },
  lars: { about: 'A path would be too long at the target.', longestPath: 390 },
  june: { about: 'The service makes no job.', jobRefused: true },
  uma: { about: 'Refused with a code that nobody knows.', refusedWith: 'SomethingNew' },
  ole: { about: 'Refused without a code.', refusedWith: '' },
  "o'neil": { about: 'The apostrophe in the name is refused.' },
  faye: { about: 'The move fails later: the target has appeared meanwhile.', surprise: 'target-appears' },
  carl: { about: 'The move fails later: the OneDrive is locked meanwhile.', surprise: 'locked' },
  milo: { about: 'The move fails later: its job breaks.', surprise: 'job-fails' },
  ida: { about: 'The move fails later, and the service gives no reason.', surprise: 'fails-unexplained' },
  hana: { about: 'The move runs for ever.', surprise: 'stuck' },
  rex: { about: 'The move shows an error on the way and completes all the same.', surprise: 'retries' },
};

/** One source that meets the same trouble in every scenario, and what happens to it. */
export type Troubled = { source: string; description: string };

export const troubledPeople = (): Troubled[] =>
  Object.entries(troubles).map(([name, { about }]) => ({ source: `${name}@contoso.com`, description: about }));

/** A person who can be moved, unless `trouble` says otherwise. */
export function personOf(upn: string, targetUpn: string, trouble: Trouble = {}): Person {
  const { targetUser, mappedTo, taken, ...different } = trouble;
  const spoEnabled = targetUser !== 'no-plan';
  return {
    user: {
      upn,
      id: guidOf('source', upn),
      name: nameFrom(upn),
      oneDrive: 'ready',
      ownsOneDrive: true,
      licence: 'yes',
      ...untroubled,
      ...different,
    },
    target: targetUser === 'missing' ? null : { upn: targetUpn, id: guidOf('target', targetUpn), spoEnabled },
    mappedTo: mappedTo ?? [targetUpn],
    taken: taken ?? false,
  };
}

function nameFrom(upn: string): string {
  const [first = upn] = upn.split(/[@_#]/);
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
}

/** The pair of the published examples, with its object ids. */
function publishedPair(): Person {
  const pair = personOf('source-user@contoso.onmicrosoft.com', 'target-user@fabrikam.onmicrosoft.com', {
    id: 'da157a29-f793-4dd6-9c73-41d2c73c2546',
  });
  return pair.target === null ? pair : { ...pair, target: { ...pair.target, id: publishedTargetId } };
}

const publishedTargetId = 'cb53ea98-6151-44cc-9c21-098a3c3e3988';

const at = (name: string, trouble?: Trouble): Person =>
  personOf(`${name}@contoso.com`, `${name}@fabrikam.com`, trouble);

/** Everybody with a name: the ready ones, the troubled ones, a guest, and the pair of the published examples. */
export const people = (): Person[] => [
  ...readyNames.map((name) => at(name)),
  ...Object.entries(troubles).map(([name, { about: _, ...trouble }]) => at(name, trouble)),
  personOf('ada_partner.com#EXT#@contoso.onmicrosoft.com', 'ada@fabrikam.com'),
  publishedPair(),
];
