import type { Keystore, Ports } from '../ports/ports.ts';
import { isDiskFault } from './disk-fault.ts';
import { type Envelope, readEnvelope, type SignInSummary, type Storage, summaryOf, writeEnvelope } from './envelope.ts';
import type { StoreTrouble } from './sign-in-failure.ts';
import type { SignInPlace } from './sign-in-place.ts';

/** Held while a kept sign-in is read, changed and written. */
export type HeldLock = { release(): void };

/** Takes the lock at a path; null when another process holds it for too long. */
export type TakeLock = (path: string) => Promise<HeldLock | null>;

export type StorePorts = Pick<Ports, 'clock' | 'files' | 'folders' | 'keystore' | 'cipher'> & { takeLock: TakeLock };

/** The cache of the sign-in library, as text, wherever it rests. */
export type TokenStore = {
  storage: Storage;
  lock(): Promise<HeldLock | null>;
  /** Null when there is none, or none any more. */
  read(): Promise<string | null>;
  /** Written over what is there. A sign-in that was removed meanwhile stays removed. */
  rewrite(cache: string): Promise<void>;
};

/** Tokens that are gone at the end of the process. */
function memoryStore(cache: string): TokenStore {
  let kept = cache;
  return {
    storage: 'memory',
    lock: async () => ({ release: () => undefined }),
    read: async () => kept,
    rewrite: async (text) => {
      kept = text;
    },
  };
}

export type Found =
  | { found: 'none' }
  | { found: 'kept'; store: TokenStore; summary: SignInSummary }
  | { found: 'trouble'; trouble: StoreTrouble };

/** Looks for a kept sign-in and opens it. One that cannot be read is put aside, and counts as signed out. */
export async function findStore(place: SignInPlace, ports: StorePorts): Promise<Found> {
  try {
    return await lookFor(place, ports);
  } catch (fault) {
    if (!isDiskFault(fault)) throw fault;
    return { found: 'trouble', trouble: { kind: 'unreadable', path: place.path, detail: fault.message } };
  }
}

async function lookFor(place: SignInPlace, ports: StorePorts): Promise<Found> {
  const opened = await openFile(place, ports);
  switch (opened.state) {
    case 'absent':
      return { found: 'none' };
    case 'locked':
      return { found: 'trouble', trouble: { kind: 'locked' } };
    case 'damaged':
      return { found: 'trouble', trouble: { kind: 'damaged', aside: await putAside(place, opened.text, ports) } };
    case 'open':
      return {
        found: 'kept',
        store: fileStore(place, opened.envelope.storage, ports),
        summary: opened.envelope.summary,
      };
  }
}

/** Keeps a new sign-in in place of an older one: sealed, plain where that was asked for, else in memory only. */
export async function keepSignIn(
  cache: string,
  place: SignInPlace | null,
  ports: StorePorts,
  plain: boolean,
): Promise<TokenStore> {
  if (place === null) return memoryStore(cache);
  const lock = await ports.takeLock(place.lockPath);
  try {
    const envelope = await envelopeFor(cache, place, ports, plain);
    // What an earlier sign-in left behind must not speak for this one.
    if (envelope === null) return await removeFile(place, ports).then(() => memoryStore(cache));
    await ports.files.write(place.path, writeEnvelope(envelope));
    return fileStore(place, envelope.storage, ports);
  } finally {
    lock?.release();
  }
}

/** Signs out: the file, its key, and what was put aside. Says whether there was anything. */
export async function removeSignIn(place: SignInPlace, ports: StorePorts): Promise<boolean> {
  const lock = await ports.takeLock(place.lockPath);
  try {
    const there = await removeFile(place, ports);
    return (await removeOlder(place, ports)) || there;
  } finally {
    lock?.release();
  }
}

/** What the side was signed in to before the profile named another authority. Without the file its key opens nothing. */
async function removeOlder({ folder, prefix }: SignInPlace, { files }: StorePorts): Promise<boolean> {
  const own = (await files.list(folder)).filter((name) => name.startsWith(prefix) && /\.json(\.damaged)?$/.test(name));
  for (const name of own) await files.remove(files.join(folder, name));
  return own.some((name) => name.endsWith('.json'));
}

async function removeFile(place: SignInPlace, { files, keystore }: StorePorts): Promise<boolean> {
  const there = (await files.read(place.path)) !== null;
  await files.remove(place.path);
  await files.remove(asideOf(place));
  await keystore.remove(place.keyName);
  return there;
}

async function envelopeFor(
  cache: string,
  place: SignInPlace,
  { keystore, cipher }: StorePorts,
  plain: boolean,
): Promise<Envelope | null> {
  const summary = summaryOf(cache) ?? nobody;
  if (plain) return { storage: 'file', summary, content: cache };
  const key = await cipher.newKey();
  if (!(await isKept(place.keyName, key, keystore))) return null;
  return { storage: 'keystore', summary, content: await cipher.seal(cache, key) };
}

/** A keystore that takes a secret may still not give it back. */
async function isKept(name: string, secret: string, keystore: Keystore): Promise<boolean> {
  if (!(await keystore.set(name, secret))) return false;
  const back = await keystore.get(name);
  return back.ok && back.secret === secret;
}

/** Whether a sign-in would be kept there. Only a trial tells: one that can be asked may refuse to be written. */
export async function keystoreKeeps(
  { keyName }: SignInPlace,
  { keystore, cipher }: Pick<StorePorts, 'keystore' | 'cipher'>,
): Promise<boolean> {
  const name = `${keyName} trial`;
  const isTrusty = await isKept(name, await cipher.newKey(), keystore);
  await keystore.remove(name);
  return isTrusty;
}

const nobody: SignInSummary = { account: null, tenantId: null, expiresAt: null, scopes: [], clientId: null };

type FileState =
  | { state: 'absent' }
  | { state: 'locked' }
  | { state: 'damaged'; text: string }
  | { state: 'open'; envelope: Envelope; cache: string; key: string | null };

/** A key at hand spares the keystore; after a new sign-in by another process it no longer fits. */
async function openFile(
  place: SignInPlace,
  { files, keystore, cipher }: Pick<StorePorts, 'files' | 'keystore' | 'cipher'>,
  keyAtHand: string | null = null,
): Promise<FileState> {
  const text = await files.read(place.path);
  if (text === null) return { state: 'absent' };
  const envelope = readEnvelope(text);
  if (envelope === null) return { state: 'damaged', text };
  if (envelope.storage === 'file') return opened(envelope, envelope.content, null, text);
  const known = keyAtHand === null ? null : await cipher.open(envelope.content, keyAtHand);
  if (known !== null) return opened(envelope, known, keyAtHand, text);
  const key = await keystore.get(place.keyName);
  if (!key.ok) return { state: 'locked' };
  const cache = key.secret === null ? null : await cipher.open(envelope.content, key.secret);
  return cache === null ? { state: 'damaged', text } : opened(envelope, cache, key.secret, text);
}

const opened = (envelope: Envelope, cache: string, key: string | null, text: string): FileState =>
  summaryOf(cache) === null ? { state: 'damaged', text } : { state: 'open', envelope, cache, key };

const asideOf = ({ path }: SignInPlace): string => `${path}.damaged`;

async function putAside(place: SignInPlace, text: string, { files }: StorePorts): Promise<string> {
  const aside = asideOf(place);
  await files.write(aside, text);
  await files.remove(place.path);
  return aside;
}

function fileStore(place: SignInPlace, storage: Envelope['storage'], ports: StorePorts): TokenStore {
  let key: string | null = null;
  const open = async () => {
    const state = await openFile(place, ports, key);
    if (state.state === 'open') key = state.key;
    return state;
  };
  return {
    storage,
    lock: () => ports.takeLock(place.lockPath),
    read: async () => {
      const state = await open();
      return state.state === 'open' ? state.cache : null;
    },
    rewrite: async (cache) => {
      const state = await open();
      if (state.state !== 'open') return;
      const content = state.key === null ? cache : await ports.cipher.seal(cache, state.key);
      const summary = summaryOf(cache) ?? state.envelope.summary;
      await ports.files.write(place.path, writeEnvelope({ storage: state.envelope.storage, summary, content }));
    },
  };
}
