import { beforeAll, describe, expect, test } from 'vitest';
import type { WaveScreenName } from '../../components/wave/wave-help.ts';
import { createNumbers } from '../../src/frontends/lines/wave/problems.ts';
import { replyTo } from '../../src/frontends/lines/wave/prompts.ts';
import type { WaveView } from '../../src/frontends/lines/wave/view.ts';
import { wordIn } from '../../src/frontends/lines/wave/words.ts';
import { numberWords } from '../../src/wizard/wave/number-questions.ts';
import { problemsOf } from '../../src/wizard/wave/wave-problems.ts';
import { waveWord } from '../../src/wizard/wave/wave-words.ts';
import { noon } from '../support/session.ts';
import type { ByLine } from './parity-list.ts';
import { waveParity } from './wave-parity-list.ts';
import { type OfferedByWave, offeredByWaves } from './wave-tasks.ts';
import { wrongInFlags } from './wrong-in-flags.ts';

let offered: readonly OfferedByWave[] = [];
beforeAll(async () => {
  offered = await offeredByWaves();
}, 120_000);

const screens = Object.keys(waveParity) as WaveScreenName[];

describe('every task of a wave', () => {
  test.each(screens)('is in the list, and the list has no other: %s', (screen) => {
    const found = new Set(offered.filter((one) => one.screen === screen).map(({ hint }) => hint));
    expect(Object.keys(waveParity[screen]).sort()).toEqual([...found].sort());
  });

  test('can be done by lines, where the screens offer it', () => {
    for (const one of offered) {
      const task = waveParity[one.screen][one.hint];
      const isPossible = task !== undefined && canBeDone(task.line, one);
      expect({ screen: one.screen, hint: one.hint, isPossible }).toEqual({
        screen: one.screen,
        hint: one.hint,
        isPossible: true,
      });
    }
  });
});

const tasks = screens.flatMap((screen) =>
  Object.entries(waveParity[screen]).map(([hint, task]) => ({ name: `${screen}: ${hint}`, task })),
);

test.each(tasks)('$name can be done by a command, or needs none', async ({ task }) => {
  expect(await wrongInFlags(task)).toEqual([]);
});

function canBeDone(line: ByLine, { screen, state }: OfferedByWave): boolean {
  if ('itself' in line) return line.itself !== '';
  const problems = state.status === 'reading' ? createNumbers()(problemsOf(state)) : [];
  const view: WaveView = { state, now: noon, problems, isOneOfMany: true, isChosen: true };
  if ('answer' in line) return isNumberTaken(screen, view);
  // Over a question a word is understood by the question itself.
  if (screen === 'wave cancelRows' || screen === 'wave goOn') return line.word === 'back';
  return wordIn(view, line.word) !== undefined;
}

/** The number submits, or it is asked for by a question of its own. */
function isNumberTaken(screen: WaveScreenName, view: WaveView): boolean {
  const { state } = view;
  if (state.status === 'confirming') return replyTo(view, waveWord(state)).do === 'dispatch';
  const reply = replyTo(view, screen === 'wave goOn' ? 'go on' : 'cancel queued');
  return reply.do === 'askNumber' && numberWords(reply.about, state).rows.length > 0;
}
