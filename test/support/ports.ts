import { nodeCipher } from '../../src/ports/node-cipher.ts';
import type { Files, Keystore, Ports, Stream } from '../../src/ports/ports.ts';

type Screen = { columns?: number; rows?: number; outIsTTY?: boolean; errIsTTY?: boolean; inIsTTY?: boolean };
type Wanted = Partial<Omit<Ports, 'streams'>> & { screen?: Screen };

/** Noon on 5 December 2026, UTC. */
export const noonUtc = Date.UTC(2026, 11, 5, 12);

/** Ports without a computer: nothing is read, written, sent or waited for, and what was said is kept. */
export function fakePorts({ screen = {}, ...given }: Wanted = {}) {
  const said = { out: '', err: '' };
  const kept = new Map<string, string>();
  const stream = (name: 'out' | 'err', isTTY: boolean): Stream => ({
    isTTY,
    columns: screen.columns ?? 80,
    rows: screen.rows ?? 24,
    write: (text) => {
      said[name] += text;
    },
  });
  const ports: Ports = {
    clock: { now: () => noonUtc, sleep: () => Promise.resolve() },
    random: { guid: () => '00000000-0000-4000-8000-000000000000', fraction: () => 0.5 },
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    files: memoryFiles(kept),
    folders: { config: '/config', state: '/state' },
    streams: {
      out: stream('out', screen.outIsTTY ?? false),
      err: stream('err', screen.errIsTTY ?? false),
      stdin: { isTTY: screen.inIsTTY ?? false, stream: undefined as unknown as NodeJS.ReadStream },
      raw: undefined as unknown as Ports['streams']['raw'],
    },
    env: { LANG: 'en_US.UTF-8' },
    machine: {
      name: 'ws-1',
      user: 'mia',
      platform: 'linux',
      zone: 'Europe/Berlin',
      locale: 'en-GB',
      node: '24.1.0',
      cwd: '/home/mia',
    },
    clipboard: { copy: async () => false },
    browser: { open: async () => false },
    loopback: { listen: () => Promise.reject(new Error('these ports have no network')) },
    keystore: noKeystore,
    cipher: nodeCipher,
    signals: { onStop: () => () => undefined, onResize: () => () => undefined, suspend: null },
    ...given,
  };
  return { ports, said, kept };
}

/** What a computer without a keystore says. */
const noKeystore: Keystore = {
  get: async () => ({ ok: false }),
  set: async () => false,
  remove: async () => undefined,
};

const memoryFiles = (kept: Map<string, string>): Files => ({
  read: async (path) => kept.get(path) ?? null,
  bytes: async (path) => (kept.has(path) ? new TextEncoder().encode(kept.get(path)) : null),
  write: async (path, text) => void kept.set(path, text),
  append: (path, text) => void kept.set(path, (kept.get(path) ?? '') + text),
  remove: async (path) => void kept.delete(path),
  list: async (folder) =>
    [...kept.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
  database: () => Promise.reject(new Error('these ports have no database')),
  join: (...parts) => parts.join('/'),
});
