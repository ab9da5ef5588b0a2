import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import type { WaveOverlay } from './context.ts';

/** What help is about: a screen of a wave, or what lies over it. */
export type WaveScreenName = `wave ${WaveState['status'] | WaveOverlay['name']}`;

const back = 'Esc        back';
const word = ['the number typed in full, then Enter', 'Esc        back, and nothing is done'];
const text = ['Up Down    scroll, also PageUp and PageDown', 'v          back      Esc too'];

const board = [
  '/          filter: words of a row, or state:failed; Esc shows all',
  'f          failed and Check only; again, and all are shown',
  's S        next order; reverse it',
  'Space      marks the row',
  'A          marks all shown; again, none',
  'j k g G    down, up, first, last; also arrows, PageUp, PageDown, Home, End',
  'Enter      everything about the row, its task id too',
  'n          retry: a new wave of the marked rows that failed, or of this one',
  'c          cancel the marked rows that are still Queued; asks for the number',
  'e          export what is shown: CSV, JSON or Markdown',
  'r          look now',
  'o          the other wave, after a retry: the one it came from, and back',
  'q          leave it running',
];

/** Nothing that has left waits for its answer. */
const settled = ['Esc        back, when the run was chosen on the first screen', ...board];

export const waveHelp: { readonly [K in WaveScreenName]: readonly string[] } = {
  'wave reading': [
    'Enter      asks the service about the rows that are ready; nothing is moved',
    'Up Down    next problem, also j k, PageUp PageDown',
    'Ctrl+Y     takes the suggested fix of this problem',
    'A          takes every suggested fix',
    'w          writes the mended file beside the one that was read',
    back,
  ],
  'wave checking': ['Esc        stops asking, back to the file; what was answered is kept'],
  'wave checked': [
    'Enter      on to the confirmation of the rows that are ready',
    'r          asks again about rows that changed or were not ready',
    'v          the rows behind the marked finding',
    'p          saves the plan of the ready rows, for somebody else to apply',
    'w          writes the rows that are not ready into a file of their own',
    back,
  ],
  'wave confirming': ['the number typed in full, then Enter: submits', 'Shift+Tab  back to the findings      Esc too'],
  'wave submitting': ['Esc        asks whether to stop sending', ...board],
  'wave paused': [
    'g          go on with the rows that are left; asks for the number',
    'v          why it paused',
    ...settled,
  ],
  'wave watching': settled,
  'wave cancelling': board,
  'wave over': settled,
  'wave leave': [
    'Enter      takes the marked line      a digit takes its line',
    'Ctrl+C     leaves at once',
    'Esc        stay',
  ],
  'wave row': ['y          copies the task id', ...text],
  'wave why': text,
  'wave group': text,
  'wave cancelRows': word,
  'wave goOn': word,
  'wave export': ['Enter      takes the marked line      a digit takes its line', back],
};
