import fc from 'fast-check';
import { planMove } from '../../../src/plan/id.ts';
import type { PlannedMove } from '../../../src/plan/plan.ts';
import { answerAll, progress, withDefaults } from '../../../src/plan/progress.ts';
import type { Typed } from '../../../src/plan/typed.ts';
import { typedAs } from '../../../src/plan/typed.ts';
import { berlin, now } from './reading.ts';

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 12 }).map((text) => `n${text}x`);
const guid = fc.uuid();
const upn = (domain: string) => word.map((name) => `${name}@${domain}.com`);
const siteUrl = (tenant: string) =>
  fc
    .tuple(fc.constantFrom('sites', 'teams'), word)
    .map(([top, name]) => `https://${tenant}.sharepoint.com/${top}/${name}`);

const users = fc.oneof(
  fc.record({ type: fc.constant('user'), source: upn('contoso'), target: upn('fabrikam') }),
  fc.record(
    { type: fc.constant('user'), source: guid, target: guid, sourceUpn: upn('contoso') },
    { requiredKeys: ['type', 'source', 'target'] },
  ),
);
const sites = fc.record({ type: fc.constant('site'), source: siteUrl('contoso'), target: siteUrl('fabrikam') });
const nickname = fc.oneof(
  word,
  word.map((text) => `-${text}`),
);
const groups = fc.record({ type: fc.constant('group'), source: nickname, target: nickname });

/** What moves, and where to, of each kind. */
export const arbitraryParties = fc.oneof(users, sites, groups);

const spellings = [
  'https://fabrikam-my.sharepoint.com',
  'fabrikam.sharepoint.com',
  'https://fabrikam-admin.sharepoint.com/',
];
const addressed = fc.oneof(
  fc.record({ targetHost: fc.constantFrom(...spellings) }),
  fc.record(
    { targetOrgId: guid, targetLocation: fc.constantFrom('', 'default', 'FRA', 'nam') },
    { requiredKeys: ['targetOrgId'] },
  ),
);

const ahead = (from: number, to: number) => fc.integer({ min: from, max: to }).map((minutes) => `+${minutes}m`);
const scheduled = fc.record(
  {
    start: fc.oneof(fc.constantFrom('now', 'sat 22:00'), ahead(1, 2000)),
    latestStart: fc.oneof(fc.constantFrom('', '2026-12-24T06:00+01:00'), ahead(5000, 9000)),
  },
  { requiredKeys: [] },
);

/** Answers as flags give them, resolved at `now`, that make a plan. */
export const arbitraryTyped: fc.Arbitrary<Typed> = fc
  .tuple(arbitraryParties, addressed, scheduled)
  .map((parts) => withDefaults(answerAll(typedAs('flag', Object.assign({}, ...parts)), berlin), berlin))
  .filter((typed) => progress(typed, berlin).plan !== null);

const tenants = fc.record({ sourceTenantId: fc.option(guid), targetTenantId: fc.option(guid) });
const endpoint = fc.constantFrom('https://graph.microsoft.com/beta', 'http://127.0.0.1:8080/beta');

export const arbitraryMove: fc.Arbitrary<PlannedMove> = fc
  .tuple(arbitraryTyped, endpoint, tenants)
  .map(([typed, base, sides]) => moveOf(typed, base, sides));

/** The plan that answers make, bound to an endpoint and tenants. */
export function moveOf(
  typed: Typed,
  base = 'https://graph.microsoft.com/beta',
  sides: PlannedMove['tenants'] = { sourceTenantId: null, targetTenantId: null },
): PlannedMove {
  const { plan, findings } = progress(typed, { now, zone: berlin.zone });
  if (plan === null) throw new Error(`These answers make no plan: ${JSON.stringify(findings)}`);
  return planMove(plan, base, sides);
}
