import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WaveEffect } from '../../../src/wizard/wave/wave-event.ts';
import { openWave } from '../../support/open-wave.tsx';
import { noon } from '../../support/session.ts';
import { minuteMs, plainWaveAnswer, type WaveStateName, waveStates } from '../../support/wave-states.ts';

const isLong = process.env.CROSSORG_LONG === '1';
/** Keys of one story; 5,000 in all, twenty times that in a long run. */
const KEYS = 100;
const STORIES = isLong ? 1000 : 24;

const esc = '\u001b';
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
  '\u0015',
  '\u0017',
  '\u0019',
  '\u0007',
  '\u001bOP',
  '\u001b[5~',
  '\u001b[6~',
  '\u001b[H',
  '\u001b[F',
];
const typed = [...'acefgjknprsvwyASGN/? .-', 'yes', 'YES', '00', '048', '4 1', '٤١', '４１', 'é', '日本', '👩‍👩‍👧'];
const pasted = ['\u001b[200~y\re\rs\u001b[201~', '\u001b[200~0\r0\u001b[201~'];
const hostile = ['\u001b[I', '\u001b[<0;3;4M', '\u001b[24;80R', '\u0000', '\u001b[999~', '\u001b]0;x\u0007', esc];

/** None of the numbers that are asked for can be typed with one of these sets: each lacks digits of all of them. */
const all = [...named, ...controls, ...typed, ...pasted, ...hostile];
const alphabets = [
  { name: 'no digit', keys: all.filter((key) => !/4|1/.test(key)) },
  { name: 'digits that come close', keys: [...all.filter((key) => !/41/.test(key)), '0', '7', '8', '9'] },
];

const firsts = [
  'reading, problems',
  'checked, with findings',
  'confirming',
  'confirming',
  'submitting',
  'paused by a breaker',
  'watching',
] as const satisfies readonly WaveStateName[];

/** What only the number may do. */
const isDangerous = ({ type }: WaveEffect): boolean => type === 'submit' || type === 'resume' || type === 'cancel';

async function press(
  first: WaveStateName,
  keys: readonly string[],
): Promise<{ effects: WaveEffect[]; statuses: Set<string> }> {
  const effects: WaveEffect[] = [];
  const statuses = new Set<string>();
  for (let rest = [...keys]; rest.length > 0; ) {
    const wave = openWave(waveStates[first], { script: plainWaveAnswer, startAt: noon + 41 * minuteMs });
    await wave.waitFor('SIMULATOR');
    while (wave.did.length === 0 && rest.length > 0) {
      const key = rest.shift() ?? '';
      wave.press(key);
      // What follows an Esc at once would be read as one key with it.
      await new Promise((next) => (key === esc ? setTimeout(next, 30) : setImmediate(next)));
      statuses.add(wave.engine.state().status);
    }
    // There is no dead end: from wherever the keys led, two more of them leave.
    if (wave.did.length === 0) {
      wave.press('\u0003\u0003');
      await expect.poll(() => wave.did, { interval: 2 }).toContain('leave');
    }
    effects.push(...wave.effects);
    wave.unmount();
  }
  return { effects, statuses };
}

test.each(alphabets)(
  'random keys without the number submit, send and cancel nothing: $name',
  async ({ keys }) => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...firsts),
        fc.array(fc.constantFrom(...keys), { minLength: KEYS, maxLength: KEYS }),
        async (first, some) => {
          const { effects, statuses } = await press(first, some);
          for (const status of statuses) reached.add(status);
          expect(effects.filter(isDangerous)).toEqual([]);
        },
      ),
      { numRuns: STORIES / alphabets.length, endOnFailure: true, ...(isLong ? {} : { seed: 20_261_205 }) },
    );
    expect([...reached]).toEqual(expect.arrayContaining(['reading', 'checked', 'confirming', 'paused', 'watching']));
  },
  isLong ? 3_600_000 : 120_000,
);
