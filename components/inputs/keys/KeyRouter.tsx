import { useInput, usePaste } from 'ink';
import { createContext, type ReactNode, useContext, useLayoutEffect, useReducer, useState } from 'react';
import { KeyRouting } from './routing.ts';
import { pasted, tokenize } from './tokenize.ts';

type Keys = { routing: KeyRouting; scope: number };

const KeysContext = createContext<Keys | null>(null);

/** The router above, and the scope that registrations made here belong to. */
export function useRouting(): Keys {
  const keys = useContext(KeysContext);
  if (!keys) throw new Error('useKeys needs a KeyRouter above it');
  return keys;
}

/** Reads the terminal's keys for the whole app; exactly one stands at the top. Needs `exitOnCtrlC: false`. */
export function KeyRouter({ children }: { children?: ReactNode }) {
  const [commits, askForCommit] = useReducer((count: number) => count + 1, 0);
  const [keys] = useState<Keys>(() => ({ routing: new KeyRouting(askForCommit), scope: 0 }));
  const { routing } = keys;
  useInput((input, key) => routing.receive(tokenize(input, key)));
  usePaste((text) => routing.receive([pasted(text)]));
  // A parent's layout effect runs after its children's: a screen that came with this commit has registered by now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each counted commit is announced once
  useLayoutEffect(() => routing.committed(), [routing, commits]);
  return <KeysContext value={keys}>{children}</KeysContext>;
}

/**
 * What stands in it lies over everything else: keys that it does not take go to the global handlers, never to what is
 * below. The one opened last is on top.
 */
export function KeyOverlay({ children }: { children?: ReactNode }) {
  const { routing } = useRouting();
  const [keys] = useState<Keys>(() => ({ routing, scope: routing.nextScope() }));
  useLayoutEffect(
    () =>
      keys.routing.register({
        role: 'screen',
        scope: keys.scope,
        handle: () => false,
        armed: true,
        stayed: () => undefined,
      }),
    [keys],
  );
  return <KeysContext value={keys}>{children}</KeysContext>;
}
