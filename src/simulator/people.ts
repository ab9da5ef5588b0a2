import { guidOf } from './random.ts';
import type { Content, SourceUser, TargetUser } from './world.ts';

export const untroubled: Content = {
  lock: 'none',
  hasTargetGuests: false,
  longestPath: 80,
  jobRefused: false,
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

const readyNames = ['dana', 'sam', 'kim', 'priya', 'alex', 'maria', 'tom', 'wei', 'ana', 'ben', 'chloe', 'ivan'];

/** People who meet the same trouble in every scenario. */
const troubles: Record<string, Trouble> = {
  omar: { taken: true },
  lee: { licence: 'no' },
  nora: { mappedTo: [] },
  duncan: { mappedTo: ['duncan@fabrikam.com', 'duncan.old@fabrikam.com'] },
  mia: { mappedTo: ['kim@fabrikam.com'] },
  otto: { oneDrive: 'none' },
  yara: { oneDrive: 'provisioning' },
  owen: { ownsOneDrive: false },
  rosa: { lock: 'readOnly' },
  nils: { lock: 'noAccess' },
  tess: { targetUser: 'missing' },
  noel: { targetUser: 'no-plan' },
  gus: { hasTargetGuests: true },
  lars: { longestPath: 390 },
  june: { jobRefused: true },
  "o'neil": {},
  faye: { surprise: 'target-appears' },
  carl: { surprise: 'locked' },
  milo: { surprise: 'job-fails' },
  hana: { surprise: 'stuck' },
  rex: { surprise: 'retries' },
};

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
  ...Object.entries(troubles).map(([name, trouble]) => at(name, trouble)),
  personOf('ada_partner.com#EXT#@contoso.onmicrosoft.com', 'ada@fabrikam.com'),
  publishedPair(),
];
