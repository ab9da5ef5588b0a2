import { useApp } from 'ink';
import { useEffect, useRef } from 'react';
import { copyableOf } from '../../src/wizard/copy-text.ts';
import type { Engine, Hands } from '../../src/wizard/screens.ts';
import type { State } from '../../src/wizard/state.ts';
import { shortName, windowTitle } from '../../src/wizard/window-title.ts';
import { type Copying, useCopying } from './use-copying.ts';
import { useNow } from './use-engine.ts';

const minuteMs = 60_000;

/** The window's title follows the state, by the minute. */
export function useTitle(hands: Hands, engine: Engine, state: State): void {
  const title = windowTitle(state, useNow(engine, minuteMs, true));
  useEffect(() => hands.setTitle(title), [hands, title]);
}

/** One notice when a task that was watched becomes final. */
export function useNotice(hands: Hands, state: State): void {
  const before = useRef(state.status);
  useEffect(() => {
    const wasWatched = before.current === 'watching' || before.current === 'cancelling';
    before.current = state.status;
    if (!wasWatched || state.status !== 'finished') return;
    hands.notify(`${shortName(state.followed)}: ${state.followed.task?.state ?? 'ended'}`);
  }, [hands, state]);
}

/** `y` copies what the screen is about. Where nothing takes it, the text is shown to be selected. */
export const useCopy = (hands: Hands, state: State, screen: string): Copying =>
  useCopying(hands, () => copyableOf(state), screen);

/** Ctrl+Z, where the system has it: the shell gets its terminal, and `fg` brings the screen back. */
export function useSuspend(hands: Hands): () => boolean {
  const { suspendTerminal } = useApp();
  return () => {
    const { suspend } = hands;
    if (!suspend) return false;
    void suspendTerminal(suspend);
    return true;
  };
}
