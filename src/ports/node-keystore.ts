import type { Keystore } from './ports.ts';

const service = 'crossorg';

/** A store that asks somebody to unlock it gets this long; a hidden question must not hold a script for ever. */
const patienceMs = 60_000;

/** The keystore of the operating system through an optional package: one that is absent or refuses is no keystore. */
export const nodeKeystore: Keystore = {
  get: async (name) => {
    const read = await asked(name, (entry, signal) => entry.getPassword(signal));
    return read.ok ? { ok: true, secret: read.value ?? null } : { ok: false };
  },
  set: async (name, secret) => (await asked(name, (entry, signal) => entry.setPassword(secret, signal))).ok,
  remove: async (name) => {
    await asked(name, (entry, signal) => entry.deletePassword(signal));
  },
};

type Entry = InstanceType<typeof import('@napi-rs/keyring').AsyncEntry>;

async function asked<T>(
  name: string,
  ask: (entry: Entry, signal: AbortSignal) => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false }> {
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    return { ok: true, value: await ask(new AsyncEntry(service, name), AbortSignal.timeout(patienceMs)) };
  } catch {
    return { ok: false };
  }
}
