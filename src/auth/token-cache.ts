import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';
import { whenDisk } from './disk-fault.ts';
import type { HeldLock, TokenStore } from './token-store.ts';

/** What the library takes for a cache without anybody in it. */
const empty = JSON.stringify({ Account: {}, IdToken: {}, AccessToken: {}, RefreshToken: {}, AppMetadata: {} });

/**
 * Puts a store behind the library's cache. A change is read, merged and written under the store's lock, so that two
 * processes keep each other's tokens; without the lock the change stays in this process. A full disk must not end a watch:
 * the renewed token is in memory, and the older refresh token is still kept.
 */
export function cachePluginFor(store: TokenStore): ICachePlugin {
  const held = new Map<TokenCacheContext, HeldLock | null>();
  return {
    beforeCacheAccess: async (context) => {
      if (context.cacheHasChanged) held.set(context, await store.lock().catch(whenDisk(null)));
      context.tokenCache.deserialize((await store.read().catch(whenDisk(null))) ?? empty);
    },
    afterCacheAccess: async (context) => {
      const lock = held.get(context) ?? null;
      held.delete(context);
      try {
        if (context.cacheHasChanged && lock !== null)
          await store.rewrite(context.tokenCache.serialize()).catch(whenDisk(undefined));
      } finally {
        lock?.release();
      }
    },
  };
}
