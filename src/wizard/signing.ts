import type { Finding } from '../plan/finding.ts';
import type { Side } from '../plan/profile.ts';
import type { Mode } from '../wave/entry.ts';

/** The ways in which a person signs in. */
export type SigningMethod = 'browser' | 'device';

/** What became of an address that a person pasted. */
export type Pasted = 'taken' | 'otherSignIn' | 'unreadable';

/** What a sign-in waits for. Times are milliseconds since 1970. */
export type Waiting =
  | {
      kind: 'browser';
      /** To open where the browser is. */
      address: string;
      /** A window was opened with it. */
      opened: boolean;
      /** The browser ends at this port of the computer it runs on. */
      port: number;
      expiresAt: number;
      paste(text: string): Pasted;
      openAgain(): Promise<boolean>;
    }
  | { kind: 'code'; userCode: string; verificationUri: string; expiresAt: number };

/** Who signs in where, as it is said before anybody does. */
export type SignInAbout = {
  mode: Mode;
  profile: string | null;
  source: string;
  target: string;
  side: Side;
  /** The tenant's name, and how its accounts are known: its domain, else its id. */
  tenant: string;
  accounts: string;
  permissions: readonly string[];
  /** Where the token will rest. */
  keptIn: string;
  /** Another sign-in authority than Microsoft's own. */
  authority: string | null;
  /** This computer, for a tunnel to it. */
  machine: string;
  /** What ended an earlier sign-in; null where there was none. */
  why: Finding | null;
};

export type SigningState = { method: SigningMethod } & (
  | { status: 'preparing' }
  | { status: 'waiting'; waiting: Waiting }
  | { status: 'failed'; finding: Finding }
  | { status: 'over'; isSignedIn: boolean }
);

/** A sign-in under way, as the front ends see it. It begins by itself. */
export type Signing = {
  about: SignInAbout;
  state(): SigningState;
  subscribe(listener: () => void): () => void;
  /** Milliseconds since 1970, by this computer's clock. */
  now(): number;
  /** Gives up what is under way, and begins anew. */
  start(method: SigningMethod): void;
  /** Gives up, at once and for good. */
  stop(): void;
};
