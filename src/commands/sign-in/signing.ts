import { explainSignIn } from '../../auth/explain-sign-in.ts';
import { permissionsFor } from '../../auth/permissions.ts';
import { type SignedIn, signIn } from '../../auth/sign-in.ts';
import type { SignInAsk } from '../../auth/sign-in-ask.ts';
import type { SignInFailure } from '../../auth/sign-in-failure.ts';
import { placeOf } from '../../auth/sign-in-place.ts';
import { keystoreKeeps } from '../../auth/token-store.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Ports } from '../../ports/ports.ts';
import { isStorageFault } from '../../store/storage-fault.ts';
import type { Mode } from '../../wave/entry.ts';
import type { SignInAbout, Signing, SigningMethod, SigningState, Waiting } from '../../wizard/signing.ts';
import { notKept } from './not-kept.ts';
import { signInPorts } from './ports.ts';

export type SigningWish = {
  ask: SignInAsk;
  mode: Mode;
  /** Why the sign-in that is kept does not do. */
  why: SignInFailure | null;
  /** Takes it up, before anybody hears that it is done. */
  adopt?: (signedIn: SignedIn) => void;
};

/** A sign-in of a person, and what comes of it: null when they gave it up. */
export type OpenSigning = { signing: Signing; signedIn: Promise<SignedIn | null> };

/** Begins to sign a person in, in the way of the profile. It can be begun anew until it succeeds or is given up. */
export async function openSigning(wish: SigningWish, ports: Ports): Promise<OpenSigning> {
  const about = aboutOf(wish, await keptIn(wish.ask, ports), ports);
  const attempts = new Attempts(wish, about, ports);
  attempts.start(wish.ask.method === 'device' ? 'device' : 'browser');
  return { signing: attempts, signedIn: attempts.signedIn };
}

/** The same for a session that goes on: what comes of it is taken up there. */
export const signInAgain = async (wish: SigningWish, ports: Ports): Promise<Signing> =>
  (await openSigning(wish, ports)).signing;

class Attempts implements Signing {
  readonly about: SignInAbout;
  readonly signedIn: Promise<SignedIn | null>;
  readonly #wish: SigningWish;
  readonly #ports: Ports;
  readonly #listeners = new Set<() => void>();
  readonly #end: (signedIn: SignedIn | null) => void;
  #attempt = new AbortController();
  #state: SigningState = { method: 'browser', status: 'preparing' };

  constructor(wish: SigningWish, about: SignInAbout, ports: Ports) {
    this.#wish = wish;
    this.about = about;
    this.#ports = ports;
    const { promise, resolve } = Promise.withResolvers<SignedIn | null>();
    this.signedIn = promise;
    this.#end = resolve;
  }

  state = (): SigningState => this.#state;

  now = (): number => this.#ports.clock.now();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start = (method: SigningMethod): void => {
    if (this.#state.status === 'over') return;
    this.#attempt.abort();
    const attempt = new AbortController();
    this.#attempt = attempt;
    this.#set({ method, status: 'preparing' });
    void this.#try(method, attempt.signal);
  };

  stop = (): void => {
    if (this.#state.status === 'over') return;
    this.#attempt.abort();
    this.#finish(null);
  };

  async #try(method: SigningMethod, signal: AbortSignal): Promise<void> {
    const ask = { ...this.#wish.ask, method };
    const hear = (waiting: Waiting) => {
      if (!signal.aborted) this.#set({ method, status: 'waiting', waiting });
    };
    const result = await signIn(ask, signInPorts(this.#ports), { signal, hear }).catch(whenDisk);
    if (signal.aborted) return;
    if ('value' in result) this.#finish(result.value);
    else {
      const finding = 'finding' in result ? result.finding : explainSignIn(result.error, ask);
      this.#set({ method, status: 'failed', finding });
    }
  }

  #finish(signedIn: SignedIn | null): void {
    if (signedIn !== null) this.#wish.adopt?.(signedIn);
    this.#set({ method: this.#state.method, status: 'over', isSignedIn: signedIn !== null });
    this.#end(signedIn);
  }

  #set(state: SigningState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

function whenDisk(fault: unknown): { finding: Finding } {
  if (isStorageFault(fault)) return { finding: notKept(fault) };
  throw fault;
}

function aboutOf({ ask, mode, why }: SigningWish, kept: string, { machine }: Ports): SignInAbout {
  const { profile, side, tenantId, authority, isReadOnly, pair } = ask;
  const own = pair?.[side];
  return {
    ...{ mode, profile, side, authority },
    source: pair?.source.name ?? 'source tenant',
    target: pair?.target.name ?? 'target tenant',
    tenant: own?.name ?? tenantId,
    accounts: own?.domains[0] ?? `the tenant ${tenantId}`,
    permissions: permissionsFor(isReadOnly ? 'read' : 'all'),
    keptIn: kept,
    machine: machine.name,
    why: why === null || isPlainlyMissing(why) ? null : explainSignIn(why, ask),
  };
}

/** Nothing has ended where nothing was. */
const isPlainlyMissing = (why: SignInFailure): boolean =>
  why.kind === 'needsInteraction' && why.refusal === null && why.store === null;

const keystores: Readonly<Record<string, string>> = { darwin: 'the Keychain', win32: 'Windows Credential Manager' };

/** Asked for before anybody signs in: a person may want to know it first. */
async function keptIn(ask: SignInAsk, ports: Ports): Promise<string> {
  const place = placeOf(ask, ports);
  const isThere = place !== null && (await keystoreKeeps(place, ports));
  if (!isThere)
    return 'the memory of this program only: no keystore of this computer answers, so the next command asks again';
  const keystore = keystores[ports.machine.platform] ?? 'the keyring of this computer';
  return `a file that only a key in ${keystore} opens, for profile ${ask.profile} alone`;
}
