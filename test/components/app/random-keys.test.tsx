import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import { ok } from '../../../src/plan/result.ts';
import type { Effect, Happening } from '../../../src/wizard/event.ts';
import { begin } from '../../../src/wizard/machine.ts';
import type { State } from '../../../src/wizard/state.ts';
import { fakeEngine, modelWith, type Script } from '../../support/engine.ts';
import { renderScreen } from '../../support/screen.ts';
import { session } from '../../support/session.ts';
import { lost, plainAnswer, reportOf, states } from '../../support/states.ts';

const isLong = process.env.CROSSORG_LONG === '1';
/** Keys of one story; 5,000 in all, twenty times that in a long run. */
const KEYS = 100;
const STORIES = isLong ? 1000 : 50;

const named = [
  '\r',
  '\r',
  '\r',
  '\t',
  '\u001b[Z',
  '\u001b[A',
  '\u001b[B',
  '\u001b[C',
  '\u001b[D',
  '\u007f',
  '\u001b[3~',
];
const controls = [
  '\u0001',
  '\u0005',
  '\u000b',
  '\u0015',
  '\u0017',
  '\u0019',
  '\u0007',
  '\u001bOP',
  '\u001b[5~',
  '\u001b[6~',
];
const typed = [
  ...'123456789rcvqnawdo?/ @.-',
  'yee',
  'YES',
  'Yes',
  'no',
  'dana',
  'dana@contoso.com',
  'é',
  '日本',
  '👩‍👩‍👧',
];
const pasted = ['\u001b[200~ye\u001b[201~', '\u001b[200~a\rb\rc\u001b[201~', '\u001b[200~YES\r\u001b[201~'];
const hostile = ['\u001b[I', '\u001b[<0;3;4M', '\u001b[24;80R', '\u0000', '\u001b[999~', '\u001b]0;x\u0007', '\u0003'];

/** Never all three letters of the word: one set of keys has no s, the other no y. */
const without = (letter: string, keys: readonly string[]): string[] => keys.filter((key) => !key.includes(letter));
const all = [...named, ...controls, ...typed, ...pasted, ...hostile];
const alphabets = [
  { name: 'y and e', keys: without('s', [...all, 'y', 'e', 'y', 'e']) },
  { name: 'e and s', keys: without('y', [...all, 'e', 's', 'e', 's']) },
];

/** A service that is sometimes in the way. */
const script: Script = (effect, at): Happening | null => {
  if (effect.type === 'dryRun' && effect.id % 4 === 0)
    return { type: 'dryRunFinished', effect: effect.id, report: reportOf(effect.move.id, at, false) };
  const isWaiting = (effect.type === 'settle' || effect.type === 'look') && effect.afterMs > 0;
  if (effect.type === 'settle' && !isWaiting) return { type: 'submitted', effect: effect.id, outcome: lost(at, true) };
  return isWaiting ? null : plainAnswer(effect, at);
};

const firsts: readonly State[] = [
  begin(session, {}, 0),
  states.reviewing,
  states['dry run clean'],
  states.confirming,
  states['watching, queued'],
  states['unconfirmed for long'],
  states.failed,
];

/** What only the word may do. */
const isDangerous = (effect: Effect): boolean =>
  effect.type === 'submit' || effect.type === 'cancelTask' || (effect.type === 'settle' && effect.resend);

/** Presses keys on the whole program; where they leave it, it is opened again. */
async function press(first: State, keys: readonly string[]): Promise<{ effects: Effect[]; statuses: Set<string> }> {
  const begun = [fakeEngine(first, script)];
  const statuses = new Set<string>();
  const theme = { ascii: false, colour: true, motion: false };
  for (let rest = [...keys]; rest.length > 0; ) {
    const current = begun.at(-1) ?? fakeEngine(first, script);
    current.engine.another = () => {
      begun.push(fakeEngine(begin(session, {}, 0), script));
      return begun.at(-1)?.engine ?? current.engine;
    };
    const screen = renderScreen(
      <WizardApp model={modelWith({ open: async () => ok(current.engine) })} theme={theme} />,
      { incrementalRendering: true },
    );
    let isLeft = false;
    const end = screen.waitUntilExit().then(() => {
      isLeft = true;
    });
    await screen.waitFor('Where do you want to work?');
    screen.press('\r');
    await screen.waitFor('SIMULATOR');
    while (!isLeft && rest.length > 0) {
      screen.press(rest.shift() ?? '');
      await new Promise((next) => setImmediate(next));
      statuses.add(current.engine.state().status);
    }
    // There is no dead end: from wherever the keys led, two more of them leave.
    if (!isLeft) screen.press('\u0003\u0003');
    await end;
  }
  return { effects: begun.flatMap(({ effects }) => effects), statuses };
}

test.each(alphabets)(
  'random keys with $name submit, cancel and send again nothing',
  async ({ keys }) => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...firsts),
        fc.array(fc.constantFrom(...keys), { minLength: KEYS, maxLength: KEYS }),
        async (first, pressed) => {
          const { effects, statuses } = await press(first, pressed);
          for (const status of statuses) reached.add(status);
          expect(effects.filter(isDangerous)).toEqual([]);
        },
      ),
      { numRuns: STORIES / alphabets.length, endOnFailure: true, ...(isLong ? {} : { seed: 20_261_205 }) },
    );
    expect([...reached]).toEqual(
      expect.arrayContaining(['asking', 'reviewing', 'dryRunDone', 'confirming', 'watching']),
    );
  },
  isLong ? 3_600_000 : 60_000,
);
