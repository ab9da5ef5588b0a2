import { useApp } from 'ink';
import { useLayoutEffect, useRef } from 'react';
import { useRouting } from './KeyRouter.tsx';
import type { KeyHandler, Registration, Role } from './routing.ts';

export type UseKeysOptions = {
  isActive?: boolean;
  /** `screen` when not given: asked after the focused widget, before the global keys. */
  role?: Role;
  /** Drops every key of this screen, type-ahead included, until the frame that shows it has been painted. */
  discardTypeAhead?: boolean;
  /** Called once painted, when keys begin to count. */
  onPainted?: () => void;
  /** Called when this handler said `submitted` and is still mounted after the next commit: time to open again. */
  onStayed?: () => void;
};

/** Handles keys while mounted and active; the newest handler is used. See `KeyResult` for what to return. */
export function useKeys(handler: KeyHandler, options: UseKeysOptions = {}): void {
  const { isActive = true, role = 'screen', discardTypeAhead = false } = options;
  const { routing, scope } = useRouting();
  const { waitUntilRenderFlush } = useApp();
  const latest = useRef({ handler, options });
  useLayoutEffect(() => {
    latest.current = { handler, options };
  });
  useLayoutEffect(() => {
    if (!isActive) return;
    const registration: Registration = {
      role,
      scope,
      armed: !discardTypeAhead,
      handle: (key) => latest.current.handler(key),
      stayed: () => latest.current.options.onStayed?.(),
    };
    const unregister = routing.register(registration);
    let isMounted = true;
    const arm = () => {
      if (!isMounted) return;
      registration.armed = true;
      latest.current.options.onPainted?.();
    };
    if (discardTypeAhead) void afterPaint(waitUntilRenderFlush).then(arm);
    return () => {
      isMounted = false;
      unregister();
    };
  }, [isActive, role, scope, discardTypeAhead, routing, waitUntilRenderFlush]);
}

/**
 * The second flush yields to the event loop once more after the frame went out, so that keys that were already waiting
 * in the terminal's buffer are read, and dropped, before any key counts.
 */
async function afterPaint(flush: () => Promise<void>): Promise<void> {
  await flush();
  await flush();
}
