import { expect, test } from 'vitest';
import { limited } from '../../../src/runtime/wave/limited.ts';
import type { WaveState } from '../../../src/wizard/wave/wave-state.ts';
import { helpKeyOf, hintsOf, keysOf, onceMore } from '../../support/hints.ts';
import { openWave } from '../../support/open-wave.tsx';
import { noon } from '../../support/session.ts';
import { minuteMs, waveStateNames, waveStates } from '../../support/wave-states.ts';

const ctrlC = '\u0003';
const help = 'Keys on this screen';

/** A screen as a way to it: a state, and the keys that lead on from there. */
type Place = { state: WaveState; keys: readonly string[] };
type Shown = ReturnType<typeof openWave>;

const countOf = ({ happened, asked, did }: Shown): number => happened.length + asked.length + did.length;

/** Presses a key until something comes of it: a confirmation takes no keys before it was painted. */
async function pressed(wave: Shown, key: string): Promise<boolean> {
  const before = { screen: await wave.screen(), count: countOf(wave) };
  const isChanged = (shown: string) => shown !== before.screen || countOf(wave) > before.count;
  for (const [keys, patienceMs] of [
    [key, 200],
    [onceMore(key), 400],
  ] as const) {
    wave.press(keys);
    const isSeen = await wave.waitFor(isChanged, patienceMs).then(
      () => true,
      () => false,
    );
    if (isSeen) return true;
  }
  return false;
}

async function reach({ state, keys }: Place): Promise<Shown> {
  const wave = openWave(state, { startAt: noon + 41 * minuteMs });
  await wave.waitFor('SIMULATOR');
  for (const key of keys) await pressed(wave, key);
  return wave;
}

/** Two ways may lead to the same screen: what it asks and what it offers tell. */
async function faceOf({ lines, engine }: Shown): Promise<string> {
  const shown = await lines();
  const isScrolled = shown.some((line) => /lines \d+ to/.test(line));
  const heading = isScrolled ? 'long text' : shown.slice(2).find((line) => /^ [A-Z]\S* \S.*[?.]$/.test(line));
  return [engine.state().status, heading, ...hintsOf(shown)].join(' | ');
}

async function faultsAt(wave: Shown): Promise<string[]> {
  const before = await wave.screen();
  const faults: string[] = [];
  if (hintsOf(await wave.lines()).length === 0) faults.push('it names no key');
  if (!before.includes(help)) {
    const key = helpKeyOf(await wave.lines());
    await pressed(wave, key);
    if (!(await wave.screen()).includes(help)) faults.push('help does not open with one key');
    await pressed(wave, key);
    if ((await wave.screen()) !== before) faults.push('the key that opened help does not close it');
  }
  await pressed(wave, ctrlC);
  if (!wave.did.includes('leave')) await pressed(wave, ctrlC);
  if (!wave.did.includes('leave')) faults.push('two keys do not lead out of it');
  return faults;
}

/** Walks from screen to screen by the keys that each one names, and looks at every screen once. */
class Walk {
  readonly faults: string[] = [];
  readonly faces = new Set<string>();
  readonly #open: Place[] = [];

  async from(state: WaveState): Promise<void> {
    await this.#arrive({ state, keys: [] }, await reach({ state, keys: [] }));
    for (let place = this.#open.shift(); place; place = this.#open.shift()) await this.#visit(place);
  }

  async #arrive(place: Place, wave: Shown): Promise<void> {
    const face = await faceOf(wave);
    wave.unmount();
    if (this.faces.has(face)) return;
    this.faces.add(face);
    this.#open.push(place);
  }

  async #visit(place: Place): Promise<void> {
    const wave = await reach(place);
    const face = await faceOf(wave);
    const hints = hintsOf(await wave.lines());
    for (const fault of await faultsAt(wave)) this.faults.push(`${face}: ${fault}`);
    wave.unmount();
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
  for (const name of waveStateNames) await walk.from(waveStates[name]);
  expect(walk.faults).toEqual([]);
  expect(walk.faces.size).toBeGreaterThan(40);
}, 120_000);

test.each(waveStateNames)('does not change by itself when nothing moves: %s', async (name) => {
  const { waitFor, written } = openWave(waveStates[name]);
  await waitFor('SIMULATOR');
  const isStill = async () => {
    const before = written().length;
    await new Promise((next) => setTimeout(next, 30));
    return written().length === before;
  };
  // What is too high is marked as cut once it was measured.
  await expect.poll(isStill, { interval: 1, timeout: 200 }).toBe(true);
});
