import { describe, expect, test } from 'vitest';
import { stepOfDigit } from '../../../components/screens/steps.ts';
import { questionAt } from '../../../src/plan/questions.ts';
import { begin } from '../../../src/wizard/machine.ts';
import type { State } from '../../../src/wizard/state.ts';
import { helpKeyOf, hintsOf, keysOf } from '../../support/hints.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { noon, session } from '../../support/session.ts';
import { answerSets, stateNames, states, typedTexts } from '../../support/states.ts';

const ctrlC = '\u0003';
const help = 'Keys on this screen';

/** Where a walk begins: every state, and a request whose questions differ from the others'. */
const firsts: readonly { name: string; state: State }[] = [
  ...stateNames.map((name) => ({ name, state: states[name] })),
  { name: 'a person by object id', state: begin(session, typedTexts(answerSets['a person by object id']), noon) },
  { name: 'a site', state: begin(session, typedTexts(answerSets['a site']), noon) },
];

type Wizard = ReturnType<typeof openMigration>;

/** Presses a key until something comes of it: a confirmation takes no keys before it was painted. */
async function pressed({ press, waitFor, screen, happened, did }: Wizard, key: string): Promise<boolean> {
  const before = { screen: await screen(), count: happened.length + did.length };
  const isChanged = (shown: string) => shown !== before.screen || happened.length + did.length > before.count;
  for (const patienceMs of [150, 1000]) {
    press(key);
    const isSeen = await waitFor(isChanged, patienceMs).then(
      () => true,
      () => false,
    );
    if (isSeen) return true;
  }
  return false;
}

/** A screen as a way to it: a state, and the keys that lead on from there. */
type Place = { name: string; state: State; keys: readonly string[] };

async function reach({ state, keys }: Place): Promise<Wizard> {
  const wizard = openMigration(state);
  await wizard.waitFor('SIMULATOR');
  for (const key of keys) await pressed(wizard, key);
  return wizard;
}

/** Two ways may lead to the same screen: what it asks and what it offers tell. */
async function faceOf({ lines }: Wizard, { name, keys }: Place): Promise<string> {
  const shown = await lines();
  const heading = shown.slice(2).find((line) => /^ [A-Z]/.test(line)) ?? '';
  return keys.length === 0 ? name : [heading, ...hintsOf(shown)].join(' | ');
}

type Visit = { faults: string[]; next: readonly Place[] };

/** Looks at one screen: help, the way out, and what each key that is named leads to. */
async function visit(place: Place): Promise<Visit> {
  const wizard = await reach(place);
  const hints = hintsOf(await wizard.lines());
  const faults = [
    ...(hints.length > 0 ? [] : ['it names no key']),
    ...(await helpFaults(wizard)),
    ...(await wayOutFaults(wizard)),
  ];
  wizard.unmount();
  const next: Place[] = [];
  for (const hint of hints)
    for (const key of keysOf(hint)) {
      const other = await reach(place);
      if (!(await pressed(other, key))) faults.push(`"${hint}" does nothing`);
      else if (other.did.length === 0) next.push({ ...place, keys: [...place.keys, key] });
      other.unmount();
    }
  return { faults, next };
}

async function helpFaults(wizard: Wizard): Promise<string[]> {
  const before = await wizard.screen();
  if (before.includes(help)) return [];
  const key = helpKeyOf(await wizard.lines());
  await pressed(wizard, key);
  if (!(await wizard.screen()).includes(help)) return ['help does not open with one key'];
  await pressed(wizard, key);
  return (await wizard.screen()) === before ? [] : ['the key that opened help does not close it'];
}

async function wayOutFaults(wizard: Wizard): Promise<string[]> {
  await pressed(wizard, ctrlC);
  if (!wizard.did.includes('leave')) await pressed(wizard, ctrlC);
  return wizard.did.includes('leave') ? [] : ['two keys do not lead out of it'];
}

/** Screens that a walk from one state may go deep: further on there are only those of other walks. */
const DEPTH = 2;

test.each(firsts)(
  'from every screen there is help in one key and a way out in two, and each key that is named leads on: $name',
  async ({ name, state }) => {
    const seen = new Set<string>();
    const faults: string[] = [];
    const open: Place[] = [{ name, state, keys: [] }];
    for (let place = open.shift(); place; place = open.shift()) {
      const wizard = await reach(place);
      const face = await faceOf(wizard, place);
      wizard.unmount();
      if (seen.has(face)) continue;
      seen.add(face);
      const found = await visit(place);
      faults.push(...found.faults.map((fault) => `${face}: ${fault}`));
      if (place.keys.length < DEPTH) open.push(...found.next);
    }
    expect(faults).toEqual([]);
  },
);

describe('from the request', () => {
  const requests = Object.entries(answerSets).map(([answers, texts]) => ({ answers, texts }));

  test.each(requests)('every step that was answered is one key away: $answers', async ({ texts }) => {
    for (const digit of ['1', '2', '3', '4']) {
      const wizard = openMigration(begin(session, typedTexts(texts), noon));
      await wizard.waitFor('This is what the dry run sends');
      await pressed(wizard, digit);
      const state = wizard.engine.state();
      expect(state.status === 'asking' && questionAt(state.at).step).toBe(stepOfDigit(digit));
      wizard.unmount();
    }
  });
});
