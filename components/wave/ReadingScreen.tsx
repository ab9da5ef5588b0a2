import { useMemo } from 'react';
import { mayBeChecked } from '../../src/wizard/wave/lines.ts';
import { type Problem, problemsOf, readCounts } from '../../src/wizard/wave/wave-problems.ts';
import type { WaveStateOf } from '../../src/wizard/wave/wave-state.ts';
import { numbered, waveFindings } from '../../src/wizard/wave/wave-summary.ts';
import { fileLabel, waveName } from '../../src/wizard/wave/wave-title.ts';
import { columnsText, readText, writtenText } from '../../src/wizard/wave/wave-words.ts';
import { useContent } from '../frame/content.ts';
import { Frame } from '../frame/Frame.tsx';
import { useGap } from '../frame/Gap.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { isCtrl, isText } from '../inputs/keys/key.ts';
import type { KeyResult } from '../inputs/keys/routing.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { useReducerRef } from '../inputs/keys/use-reducer-ref.ts';
import { titleOf } from '../screens/titles.ts';
import { tableSteps } from '../table/keys.ts';
import { Line } from '../text/Line.tsx';
import { useWave } from './context.ts';
import { lineCommandOf } from './line-command.ts';
import { ProblemList } from './ProblemList.tsx';
import { ReadSummary } from './ReadSummary.tsx';

type Props = { state: WaveStateOf<'reading'> };

/** A file that was read: all its problems at once, or what it says where there are none. Nobody was asked yet. */
export function ReadingScreen({ state }: Props) {
  const { file, lines, chosen, session } = state;
  const about = useMemo(() => {
    const whole = waveFindings(lines.filter(mayBeChecked), session);
    const found = problemsOf({ file, lines, chosen });
    const asProblems = whole.map((finding): Problem => ({ finding, line: null, rows: 0, fix: null }));
    return { whole, problems: found.length === 0 ? [] : [...found, ...asProblems] };
  }, [file, lines, chosen, session]);
  const { problems } = about;
  const counts = readCounts(state);
  const { at } = useReadingKeys(state, problems, counts.ready);
  const focused = Math.max(0, Math.min(at, problems.length - 1));
  const hints: KeyHint[] = [
    ...(counts.ready > 0 ? [['Enter', `go on with ${numbered(counts.ready)}`] as const] : []),
    ...(problems[focused]?.fix ? [['Ctrl+Y', 'fix this'] as const] : []),
    ...(file.fixes.length > 0 ? [['A', 'fix all suggested'] as const] : []),
    ...(problems.length > 1 ? [['Up Down', 'move'] as const] : []),
    ...(mayWrite(state) ? [['w', `write ${waveName(state)}.fixed.csv`] as const] : []),
    ['Esc', 'back'],
  ];
  return (
    <Frame title={titleOf(state.session)} keys={hints} lineCommand={lineCommandOf(state)}>
      <Line text={[fileLabel(state), readText(counts)].join('   ')} bold />
      <Line text={columnsText(state)} />
      <Below>
        {(height) =>
          problems.length === 0 ? (
            <ReadSummary state={state} findings={about.whole} />
          ) : (
            <ProblemList problems={problems} focused={focused} height={height} />
          )
        }
      </Below>
    </Frame>
  );
}

/** What is above the list: two lines, and a gap where there is room. */
const ABOVE = 2;

function Below({ children }: { children: (height: number) => React.ReactNode }) {
  const { height } = useContent();
  const gap = useGap();
  return (
    <>
      {gap === 0 ? null : <Line text="" />}
      {children(Math.max(1, height - ABOVE - gap))}
    </>
  );
}

/** Something was mended, or can be. */
const mayWrite = ({ file }: WaveStateOf<'reading'>): boolean => file.isMended || file.fixes.length > 0;

const replace = (_: number, at: number): number => at;

function useReadingKeys(state: WaveStateOf<'reading'>, problems: readonly Problem[], ready: number): { at: number } {
  const { engine, back, say } = useWave();
  const { state: at, latest, dispatch } = useReducerRef(replace, () => 0);
  const { file } = state;
  const last = Math.max(0, problems.length - 1);
  const here = (): number => Math.max(0, Math.min(latest.current, last));
  const write = async (): Promise<void> => {
    const written = await engine.writeFixed();
    say(writtenText(written));
  };
  useKeys((key): KeyResult => {
    const by = tableSteps(key, problems.length);
    const fix = problems[here()]?.fix ?? null;
    if (by !== null && problems.length > 1) {
      dispatch(Math.max(0, Math.min(here() + by, last)));
      return 'edited';
    }
    if (key.kind === 'enter' && ready > 0) engine.dispatch({ type: 'checkAsked' });
    else if (isCtrl(key, 'y') && fix) engine.mend([fix]);
    else if ((isText(key, 'A') || isText(key, 'a')) && file.fixes.length > 0) engine.mend(file.fixes);
    else if (isText(key, 'w') && mayWrite(state)) void write();
    else if (key.kind === 'escape' || key.kind === 'backTab') back();
    else return false;
    return true;
  });
  return { at };
}
