import { useEffect, useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { Engine, Hands, WaveSource } from '../../src/wizard/screens.ts';
import type { State } from '../../src/wizard/state.ts';
import { mayAskWord } from '../../src/wizard/word-questions.ts';
import { NoteContext } from '../frame/note.ts';
import { Overlaid } from '../frame/Overlaid.tsx';
import { PlaceContext } from '../frame/place.ts';
import { isCtrl, isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { useReducerRef } from '../inputs/keys/use-reducer-ref.ts';
import { CopyOverlay } from '../screens/CopyOverlay.tsx';
import { HelpOverlay } from '../screens/HelpOverlay.tsx';
import { Overlays } from '../screens/Overlays.tsx';
import { titleOf } from '../screens/titles.ts';
import { type Overlay, ScreenContext } from './context.ts';
import { Screen } from './Screen.tsx';
import { useEngine } from './use-engine.ts';
import { useCopy, useNotice, useSuspend, useTitle } from './use-hands.ts';

export type MigrationProps = {
  engine: Engine;
  hands: Hands;
  onAnother: () => void;
  /** Back to the welcome screen, where there is one. */
  onBack: (() => void) | null;
  onLeave: () => void;
  /** Many moves in place of this one. */
  onWave: (source: WaveSource) => Promise<readonly Finding[]>;
};

/** One migration: the screen of its state, and what lies over it. */
export function Migration({ engine, hands, onAnother, onBack, onLeave, onWave }: MigrationProps) {
  const state = useEngine(engine);
  const { state: opened, latest, dispatch: setOverlay } = useReducerRef(replace, () => null);
  const overlay = opened !== null && isAbout(opened, state) ? opened : null;
  const [isHelp, setHelp] = useState(false);
  const [pasted, setPasted] = useState<readonly string[]>([]);
  const leaveOnceCancelled = useLeaveOnceCancelled(state.status, onLeave);
  const copying = useCopy(hands, state, screenKey(state));
  const suspend = useSuspend(hands);
  useTitle(hands, engine, state);
  useNotice(hands, state);
  useKeys(
    (key) => {
      if (isCtrl(key, 'c')) {
        // Two may come in one piece, before the question is on the screen.
        if (latest.current === 'leave') onLeave();
        else setOverlay('leave');
        setHelp(false);
      } else if (isCtrl(key, 'z')) return suspend();
      else if (overlay === null && isText(key, 'y')) return copying.copy();
      else if (isText(key, '?') || key.kind === 'help') setHelp(true);
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
    back: onBack ?? (() => setOverlay('leave')),
    another: onAnother,
    leaveOnceCancelled,
    leave: onLeave,
    openWave: onWave,
    pasted,
    offerPasted: (lines: readonly string[]) => {
      setPasted(lines);
      setOverlay('pasted');
    },
  };
  const about = copying.shown ? 'copy' : (overlay ?? state.status);
  const over =
    overlay !== null ? (
      <Overlays overlay={overlay} state={state} />
    ) : copying.shown ? (
      <CopyOverlay title={titleOf(state.session)} copyable={copying.shown} onClose={copying.hide} />
    ) : null;
  return (
    <ScreenContext value={context}>
      <PlaceContext value={state.session}>
        <NoteContext value={copying.note}>
          <Overlaid
            overlay={
              isHelp ? (
                <HelpOverlay title={titleOf(state.session)} screen={about} onClose={() => setHelp(false)} />
              ) : null
            }
          >
            <Overlaid overlay={over}>
              <Screen key={screenKey(state)} state={state} />
            </Overlaid>
          </Overlaid>
        </NoteContext>
      </PlaceContext>
    </ScreenContext>
  );
}

const replace = (_: Overlay | null, overlay: Overlay | null): Overlay | null => overlay;

/** A question about a task that moved on meanwhile closes by itself. */
function isAbout(overlay: Overlay, state: State): boolean {
  if (overlay === 'resend') return mayAskWord('resend', state);
  return overlay !== 'cancel' && overlay !== 'cancelAndLeave' ? true : mayAskWord('cancel', state);
}

function useLeaveOnceCancelled(status: State['status'], onLeave: () => void): () => void {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    if (!isWanted || status === 'cancelling') return;
    setWanted(false);
    if (status === 'finished') onLeave();
  }, [isWanted, status, onLeave]);
  return () => setWanted(true);
}

/** A new screen for each question and each status: what was typed in one never shows in another. */
const screenKey = (state: State): string => (state.status === 'asking' ? `asking ${state.at}` : state.status);
