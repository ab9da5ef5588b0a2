import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimsOf, tokenFor } from '../../src/simulator/tokens.ts';
import { confirmed, userMove } from '../support/moves.ts';
import { contoso, flagsOf, pairTexts } from '../support/profiles.ts';
import { type Place, serving } from '../support/served.ts';
import { type Action, type At, type Claims, cases, type Host, type Naming } from '../support/token-matrix.ts';

const graph = 'https://graph.microsoft.com/beta';
const hosts: readonly Host[] = ['Microsoft', 'loopback'];
const actions: readonly Action[] = ['read', 'dryRun', 'submit', 'cancel'];
const namings: readonly Naming[] = ['profile', 'flag', 'nothing'];
const everywhere: readonly At[] = hosts.flatMap((host) =>
  actions.flatMap((action) => namings.map((naming) => ({ host, action, naming }))),
);

const commands: Readonly<Record<Action, readonly string[]>> = {
  read: ['status', 'dana@contoso.com'],
  dryRun: [...userMove(), '--dry-run'],
  submit: [...userMove(), ...confirmed, '--start', '+30d'],
  cancel: ['cancel', 'dana@contoso.com', ...confirmed],
};

function named({ naming, action }: At): string[] {
  if (naming === 'flag') return ['--source-tenant', contoso];
  if (naming === 'nothing') return [];
  return ['--profile', 'c2f', ...(action === 'submit' ? ['--confirm-target', 'Fabrikam'] : [])];
}

const { targetRule: _, ...texts } = pairTexts;
let place: Place;
beforeAll(async () => {
  place = await serving();
  const told = await place.computer.run(['profile', 'new', 'c2f', ...flagsOf(texts)]);
  expect(told.exitCode).toBe(0);
});
afterAll(() => place.close());

/** The simulator's own token with the claims of the case: it takes no other. */
const tokenFrom = (claims: Claims): string =>
  `e30.${Buffer.from(JSON.stringify({ ...claimsOf(tokenFor(place.world)), scp: undefined, ...claims })).toString('base64url')}.x`;

/** What reaches the simulator of an app's token: it knows scopes only. */
const asScopes = (token: string): string => {
  const { roles } = readClaims(token);
  return Array.isArray(roles) ? tokenFor(place.world, { scopes: roles.map(String) }) : token;
};

const readClaims = (token: string): Claims =>
  token.includes('.') ? JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) : {};

/** Microsoft's address leads to the simulator; what counts is which address was asked. */
async function run(at: At, token: string) {
  const served = place.computer.env.CROSSORG_GRAPH_URL ?? '';
  return await place.computer.run([...commands[at.action], ...named(at), '--json'], {
    env: { CROSSORG_ACCESS_TOKEN: token, CROSSORG_GRAPH_URL: at.host === 'loopback' ? served : '' },
    fetch: (url, init) => {
      const headers = { ...init.headers, Authorization: `Bearer ${asScopes(token)}` };
      return fetch(url.replace(graph, served), { ...init, headers });
    },
  });
}

/** What the service says to these tokens where nobody could judge them before. */
const afterwards = /^(http401|http403|MnATrustWrongCmdletUsage)$/;

const isGood = (name: string, { action }: At): boolean =>
  name === 'the right token' ||
  name === 'a guest' ||
  (action === 'read' && /role to manage|permission to manage/.test(name));

describe.each(cases)('$name', ({ name, claims, expected }) => {
  test.each(everywhere)('$action at $host, tenant named by $naming', async (at) => {
    const before = expected(at);
    const told = await run(at, claims === null ? 'opaque' : tokenFrom(claims));
    const isWarned = before === 'guestAccount';
    if (before !== null && !isWarned) {
      expect(told).toMatchObject({ exitCode: 4, codes: [before], calls: [] });
      return;
    }
    expect(told.calls.length).toBeGreaterThan(0);
    expect(told.codes.includes('guestAccount')).toBe(isWarned);
    expect(told.codes.some((code) => afterwards.test(code))).toBe(!isGood(name, at));
  });
});
