import { type Finding, finding } from '../../plan/finding.ts';
import { missingAnswer } from '../../plan/missing.ts';
import { exits } from '../../problems/exit.ts';
import type { State } from '../../wizard/state.ts';
import { confirmMissing } from '../confirm-missing.ts';
import { farewellCode, farewellLines } from '../farewell.ts';
import type { LinesEnd } from '../lines.ts';
import { exitCodeOf } from '../migrate-exit.ts';
import { walkOf } from './question.ts';
import type { Line } from './voice.ts';
import { missingInWave, waveEndCode } from './wave/ending.ts';

/** The answer that is missing where the input ended; null where none is. */
export function missingAtEnd({ how, engine, wave }: LinesEnd): Finding | null {
  if (how !== 'over') return null;
  if (wave) return missingInWave(wave.state());
  if (!engine) return placeMissing;
  const state = engine.state();
  switch (state.status) {
    case 'asking':
      return missingAnswer(state.at, walkOf(state, engine.now()).known);
    case 'reviewing':
    case 'dryRunning':
    case 'dryRunDone':
    case 'confirming':
      return confirmMissing;
    default:
      return null;
  }
}

const placeMissing = finding(
  {
    field: 'command',
    code: 'placeMissing',
    what: 'It is not said where to work.',
    why: 'The input has ended at the first question, and nothing is chosen by default.',
    next: [{ do: 'Name the place, for example the simulator.', who: 'you', command: 'crossorg migrate --simulator' }],
  },
  { from: 'input' },
);

/** How a dialogue counts for whoever started the program. */
export function endCode(end: LinesEnd): number {
  if (end.how === 'stopped') return exits.interrupted;
  if (missingAtEnd(end)) return exits.usage;
  if (end.wave) return waveEndCode(end.wave.state(), end.how === 'over');
  if (!end.engine) return exits.done;
  const state = end.engine.state();
  return end.how === 'over' ? exitCodeOf(state, { watched: true }) : farewellCode(state);
}

/** Said last: what was done, the ids, and the way back. */
export const lastLines = (state: State): Line[] =>
  farewellLines(state).map((line) => (line.startsWith('  crossorg ') ? { command: line } : line));
