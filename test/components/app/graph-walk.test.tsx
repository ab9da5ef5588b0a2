import { describe, expect, test } from 'vitest';
import { questionAt } from '../../../src/plan/questions.ts';
import { limited } from '../../../src/runtime/wave/limited.ts';
import { begin } from '../../../src/wizard/machine.ts';
import type { State } from '../../../src/wizard/state.ts';
import { stepOfDigit } from '../../../src/wizard/steps.ts';
import { helpKeyOf, hintsOf, keysOf, onceMore } from '../../support/hints.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { noon, session } from '../../support/session.ts';
import { answerSets, states, typedTexts } from '../../support/states.ts';

const ctrlC = '\u0003';
const help = 'Keys on this screen';

/** Where the walk begins: every state, and requests whose questions differ from the others'. */
const firsts: Readonly<Record<string, State>> = {
  ...states,
  'a person by object id': begin(session, typedTexts(answerSets['a person by object id']), noon),
  'a site': begin(session, typedTexts(answerSets['a site']), noon),
};

type Wizard = ReturnType<typeof openMigration>;

/** Presses a key until something comes of it: a confirmation takes no keys before it was painted. */
async function pressed({ press, waitFor, screen, happened, did }: Wizard, key: string): Promise<boolean> {
  const before = { screen: await screen(), count: happened.length + did.length };
  const isChanged = (shown: string) => shown !== before.screen || happened.length + did.length > before.count;
  for (const [keys, patienceMs] of [
    [key, 200],
    [onceMore(key), 1000],
  ] as const) {
    press(keys);
    const isSeen = await waitFor(isChanged, patienceMs).then(
      () => true,
      () => false,
    );
    if (isSeen) return true;
  }
  return false;
}

/** A screen as a way to it: a state, and the keys that lead on from there. */
type Place = { state: State; keys: readonly string[] };

async function reach({ state, keys }: Place): Promise<Wizard> {
  const wizard = openMigration(state);
  await wizard.waitFor('SIMULATOR');
  for (const key of keys) await pressed(wizard, key);
  return wizard;
}

/** Two ways may lead to the same screen: what it asks and what it offers tell, wherever it is scrolled to. */
async function faceOf({ lines, engine }: Wizard): Promise<string> {
  const shown = await lines();
  const isScrolled = shown.some((line) => /lines \d+ to/.test(line));
  const heading = isScrolled ? 'long text' : shown.slice(2).find((line) => /^ [A-Z]/.test(line));
  return [engine.state().status, heading, ...hintsOf(shown)].join(' | ');
}

async function helpFault(wizard: Wizard): Promise<string | null> {
  const before = await wizard.screen();
  if (before.includes(help)) return null;
  const key = helpKeyOf(await wizard.lines());
  await pressed(wizard, key);
  if (!(await wizard.screen()).includes(help)) return 'help does not open with one key';
  await pressed(wizard, key);
  return (await wizard.screen()) === before ? null : 'the key that opened help does not close it';
}

async function wayOutFault(wizard: Wizard): Promise<string | null> {
  await pressed(wizard, ctrlC);
  if (!wizard.did.includes('leave')) await pressed(wizard, ctrlC);
  return wizard.did.includes('leave') ? null : 'two keys do not lead out of it';
}

/** Walks from screen to screen by the keys that each one names, and looks at every screen once. */
class Walk {
  readonly faults: string[] = [];
  readonly faces = new Set<string>();
  readonly #open: Place[] = [];

  async from(state: State): Promise<void> {
    await this.#arrive({ state, keys: [] }, await reach({ state, keys: [] }));
    for (let place = this.#open.shift(); place; place = this.#open.shift()) await this.#visit(place);
  }

  async #arrive(place: Place, wizard: Wizard): Promise<void> {
    const face = await faceOf(wizard);
    wizard.unmount();
    if (this.faces.has(face)) return;
    this.faces.add(face);
    this.#open.push(place);
  }

  async #visit(place: Place): Promise<void> {
    const wizard = await reach(place);
    const face = await faceOf(wizard);
    const hints = hintsOf(await wizard.lines());
    const found = [hints.length === 0 ? 'it names no key' : null, await helpFault(wizard), await wayOutFault(wizard)];
    wizard.unmount();
    for (const fault of found) if (fault !== null) this.faults.push(`${face}: ${fault}`);
    const presses = hints.flatMap((hint) => keysOf(hint).map((key) => ({ hint, key })));
    // Most of the time is spent waiting for frames.
    await limited(presses, { most: 4, isOver: () => false }, async ({ hint, key }) => {
      const other = await reach(place);
      if (!(await pressed(other, key))) this.faults.push(`${face}: "${hint}" does nothing`);
      if (other.did.length > 0) other.unmount();
      else await this.#arrive({ ...place, keys: [...place.keys, key] }, other);
    });
  }
}

test('on every screen help is one key away and the way out two, and each key that is named leads on', async () => {
  const walk = new Walk();
  for (const state of Object.values(firsts)) await walk.from(state);
  expect(walk.faults).toEqual([]);
  expect(walk.faces.size).toBeGreaterThan(45);
}, 60_000);

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

  test.each(requests)(
    'Tab leads through the fields of a step, and keeps what was typed: $answers',
    async ({ texts }) => {
      const wizard = openMigration(begin(session, typedTexts(texts), noon));
      await wizard.waitFor('This is what the dry run sends');
      await pressed(wizard, '4');
      await wizard.waitFor('When may it start?');
      await pressed(wizard, '\u0015');
      wizard.press('2031-03-01T22:00Z\t');
      await wizard.waitFor('By when must it have started?');
      expect(wizard.engine.state().typed.start).toEqual({ text: '2031-03-01T22:00:00Z', origin: 'typed' });
      wizard.unmount();
    },
  );
});
