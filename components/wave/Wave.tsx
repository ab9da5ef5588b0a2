import { useEffect, useRef, useState } from 'react';
import type { Hands } from '../../src/wizard/screens.ts';
import { mayTurn } from '../../src/wizard/wave/wave-actions.ts';
import type { WaveEngine } from '../../src/wizard/wave/wave-screens.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { runOf } from '../../src/wizard/wave/wave-way-back.ts';
import { useCopying } from '../app/use-copying.ts';
import { useSuspend } from '../app/use-hands.ts';
import { NoteContext } from '../frame/note.ts';
import { Overlaid } from '../frame/Overlaid.tsx';
import { PlaceContext } from '../frame/place.ts';
import { isCtrl, isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { useReducerRef } from '../inputs/keys/use-reducer-ref.ts';
import { CopyOverlay } from '../screens/CopyOverlay.tsx';
import { HelpOverlay } from '../screens/HelpOverlay.tsx';
import { titleOf } from '../screens/titles.ts';
import { useTheme } from '../theme.ts';
import { WaveContext, type WaveOverlay } from './context.ts';
import { isAbout, isBoard, waveCopyable } from './overlay-rules.ts';
import { useLeaveOnceCancelled, useWaveNotice, useWaveTitle } from './use-wave-hands.ts';
import { useWaveState } from './use-wave-state.ts';
import { WaveOverlays } from './WaveOverlays.tsx';
import { WaveScreen } from './WaveScreen.tsx';

export type WaveProps = {
  engine: WaveEngine;
  hands: Hands;
  /** Back to where the file was chosen; null where there is nothing to go back to. */
  onBack: (() => void) | null;
  /** Back to the welcome screen, where the run was chosen there. */
  onHome?: (() => void) | null;
  onLeave: () => void;
};

/** One wave: the screen of its state, and what lies over it. */
export function Wave({ engine, hands, onBack, onHome = null, onLeave }: WaveProps) {
  const { motion } = useTheme();
  const { state, frame } = useWaveState(engine, motion);
  const { state: opened, latest, dispatch: setOverlay } = useReducerRef(replace, () => null);
  const overlay = opened !== null && isAbout(opened, state) ? opened : null;
  useEffect(() => {
    // A question that closed by itself is over: rows of another try must not bring it back.
    if (opened !== null && overlay === null && latest.current === opened) setOverlay(null);
  }, [opened, overlay, latest, setOverlay]);
  const [isHelp, setHelp] = useState(false);
  const key = screenKey(state, engine.others());
  const copying = useCopying(hands, () => waveCopyable(state, overlay), useVisit(key));
  const suspend = useSuspend(hands);
  const leaveOnceCancelled = useLeaveOnceCancelled(state, onLeave, copying.say);
  useWaveTitle(hands, state);
  useWaveNotice(hands, state);
  useKeys(
    (pressed) => {
      if (isCtrl(pressed, 'c')) {
        // Two may come in one piece, before the question is on the screen.
        if (latest.current?.name === 'leave') onLeave();
        else setOverlay({ name: 'leave' });
        setHelp(false);
      } else if (isCtrl(pressed, 'z')) return suspend();
      else if (isText(pressed, 'y')) return copying.copy();
      else if (isText(pressed, '?') || pressed.kind === 'help') setHelp(true);
      else return false;
      return true;
    },
    { role: 'global' },
  );
  const context = {
    engine,
    isCovered: overlay !== null || copying.shown !== null || isHelp,
    open: setOverlay,
    close: () => setOverlay(null),
    say: copying.say,
    back: () => {
      if (engine.others().length > 0) engine.turn();
      else if (onBack) onBack();
      else setOverlay({ name: 'leave' });
    },
    home: onHome !== null && mayTurn(state) ? onHome : null,
    leaveOnceCancelled,
    leave: onLeave,
  };
  const over = overlay === null ? null : <WaveOverlays overlay={overlay} state={state} />;
  const copied = copying.shown ? (
    <CopyOverlay title={titleOf(state.session)} copyable={copying.shown} onClose={copying.hide} />
  ) : null;
  const about = copying.shown ? 'copy' : (`wave ${overlay?.name ?? state.status}` as const);
  const help = isHelp ? (
    <HelpOverlay title={titleOf(state.session)} screen={about} onClose={() => setHelp(false)} />
  ) : null;
  return (
    <WaveContext value={context}>
      <PlaceContext value={state.session}>
        <NoteContext value={copying.note}>
          <Overlaid overlay={help}>
            <Overlaid overlay={copied}>
              <Overlaid overlay={over}>
                <WaveScreen key={key} state={state} frame={frame} />
              </Overlaid>
            </Overlaid>
          </Overlaid>
        </NoteContext>
      </PlaceContext>
    </WaveContext>
  );
}

/** Names one visit of a screen, so that what was said there is not said again when it comes back. */
function useVisit(key: string): string {
  const visit = useRef({ key, count: 0 });
  if (visit.current.key !== key) visit.current = { key, count: visit.current.count + 1 };
  return `${key} ${visit.current.count}`;
}

const replace = (_: WaveOverlay | null, overlay: WaveOverlay | null): WaveOverlay | null => overlay;

/** One table for all that a wave sends: cursor, filter and marks stay while it goes on, and are not taken to another one. */
const screenKey = (state: WaveState, others: readonly WaveState[]): string =>
  isBoard(state) ? ['board', ...others.map(runOf)].join(' ') : state.status;
