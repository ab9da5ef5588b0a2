import { planMove } from '../../src/plan/id.ts';
import type { PlannedMove } from '../../src/plan/plan.ts';
import { answerAll, progress, withDefaults } from '../../src/plan/progress.ts';
import { type Typed, typedAs } from '../../src/plan/typed.ts';
import { createWorld } from '../../src/simulator/create-world.ts';
import type { Options } from '../../src/simulator/options.ts';
import type { World } from '../../src/simulator/world.ts';
import { seeded } from '../runtime/fake-ports.ts';

export const minutes = 60_000;
/** Sat 5 Dec 2026, 12:00 UTC. */
export const noon = Date.UTC(2026, 11, 5, 12);
export const endpoint = 'https://graph.microsoft.com/beta';

const { source, target } = createWorld({ startedAt: noon });
export const tenants = { sourceTenantId: source.id, targetTenantId: target.id };

/** Chance that follows from a seed. */
export type Dice = { fraction(): number; pick<T>(choices: readonly T[]): T; oneIn(n: number): boolean };

export function diceOf(seed: number): Dice {
  const fraction = seeded(seed);
  return {
    fraction,
    pick: <T>(choices: readonly T[]) => choices[Math.floor(fraction() * choices.length)] as T,
    oneIn: (n) => fraction() * n < 1,
  };
}

/** What is moved, how the service reads its own pages, and what is there before. */
export type Case = {
  seed: number;
  typed: Typed;
  move: PlannedMove;
  /** The same source at another time. */
  other: PlannedMove;
  /** As the service keeps it. */
  key: string;
  /** No look by its source can find its task. */
  isHidden: boolean;
  options: Partial<Options>;
  before: 'nothing' | 'failed' | 'cancelled';
  /** How far the service's clock, and that of a proxy, are ahead of this computer's. */
  skewMs: number;
  proxySkewMs: number;
  way: 'direct' | 'wizard' | 'dies';
  dice: Dice;
};

type Texts = Parameters<typeof typedAs>[1];

/** Sources and targets that the service is ready to move. */
function partiesOf(dice: Dice, number: number): { texts: Texts; key: string } {
  const digits = String(number).padStart(4, '0');
  const upn = `user${digits}@contoso.com`;
  const id = `c0000000-0000-4000-8000-00000000${digits}`;
  const targets = [`user${digits}@fabrikam.com`, `f0000000-0000-4000-8000-00000000${digits}`];
  const user = { type: 'user', target: dice.pick(targets) };
  const site = (tenant: string) => `https://${tenant}.sharepoint.com/sites/team${digits}`;
  const group = `group${digits}`;
  switch (dice.pick(['upn', 'upn', 'id', 'id with upn', 'site', 'group'])) {
    case 'upn':
      return { texts: { ...user, source: upn }, key: `user:${upn}` };
    case 'id':
      return { texts: { ...user, source: id }, key: `user:${upn}` };
    case 'id with upn':
      return { texts: { ...user, source: id, sourceUpn: upn }, key: `user:${upn}` };
    case 'site':
      return {
        texts: { type: 'site', source: site('contoso'), target: site('fabrikam') },
        key: `site:${site('contoso')}`,
      };
    default:
      return { texts: { type: 'group', source: group, target: group }, key: `group:${group}` };
  }
}

const destinations: readonly Texts[] = [
  { targetHost: 'https://fabrikam-my.sharepoint.com' },
  { targetHost: 'https://fabrikam-my.sharepoint.com' },
  { targetOrgId: target.id },
  { targetOrgId: target.id, targetLocation: 'default' },
  { targetOrgId: target.id, targetLocation: 'FRA' },
];

const optionsOf = ({ pick }: Dice): Partial<Options> => ({
  createReading: pick(['update-in-place', 'refuse']),
  newAttemptId: pick(['same', 'new']),
  dryRunFailures: pick(['http', 'failed-task']),
  dryRunHasId: pick([true, false]),
  queuedHasTimes: pick([true, false]),
  userReadForm: pick(['site', 'user']),
  readForm: pick(['task', 'array', 'value']),
  wording: pick(['long', 'short']),
  emptyCodes: pick([true, false]),
  statusWords: pick(['published', 'draft']),
  errorForm: pick(['error', 'errors']),
  paddedMonths: pick([true, false]),
  upnEcho: pick(['with-organization-id', 'always', 'never']),
});

const context = { now: noon, zone: 'Europe/Berlin' };

const typedOf = (texts: Texts): Typed => withDefaults(answerAll(typedAs('flag', texts), context), context);

function moveOf(typed: Typed): PlannedMove {
  const { plan, findings } = progress(typed, context);
  if (plan === null) throw new Error(`These answers make no plan: ${JSON.stringify(findings)}`);
  return planMove(plan, endpoint, tenants);
}

export function caseOf(seed: number): Case {
  const dice = diceOf(seed);
  const { texts, key } = partiesOf(dice, 1 + (seed % 4_000));
  const start = dice.pick(['now', 'now', 'now', '+2m', '+3h']);
  const all = { ...texts, ...dice.pick(destinations), start };
  const typed = typedOf(all);
  const skewMs = Math.round((dice.fraction() - 0.5) * 240 * minutes);
  return {
    seed,
    typed,
    move: moveOf(typed),
    other: moveOf(typedOf({ ...all, start: '+30h' })),
    key,
    isHidden: key.startsWith('user:') && texts.source?.startsWith('c0') === true && texts.sourceUpn === undefined,
    options: optionsOf(dice),
    before: dice.pick(['nothing', 'nothing', 'nothing', 'failed', 'cancelled']),
    skewMs,
    proxySkewMs: skewMs + Math.round((dice.fraction() - 0.5) * 240 * minutes),
    way: dice.pick(['direct', 'wizard', 'wizard', 'dies']),
    dice,
  };
}

/** The service of a case, with what was there before. */
export function worldOf({ seed, options, skewMs }: Case): World {
  const world = createWorld({ seed, startedAt: noon + skewMs });
  Object.assign(world.options, options);
  return world;
}
