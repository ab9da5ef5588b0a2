import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignInPorts } from '../../src/auth/sign-in.ts';
import { signIn } from '../../src/auth/sign-in.ts';
import type { SignInAsk } from '../../src/auth/sign-in-ask.ts';
import type { SignInNews } from '../../src/auth/sign-in-news.ts';
import { nodeCipher } from '../../src/ports/node-cipher.ts';
import { nodeClock, nodeRandom } from '../../src/ports/node-clock.ts';
import { createNodeFiles } from '../../src/ports/node-files.ts';
import { nodeLoopback } from '../../src/ports/node-loopback.ts';
import type { Env } from '../../src/ports/ports.ts';
import { takeLock } from '../../src/store/lock.ts';
import { FakeKeystore } from '../support/fake-keystore.ts';
import { apps, contoso, type SignInService } from '../support/oidc.ts';
import { type Choice, Person } from '../support/oidc-person.ts';

/** A computer on which people and apps sign in. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'crossorg-auth-'));
  readonly keystore = new FakeKeystore();
  env: Record<string, string> = {};
  /** What the person in front of the browser does; null where no browser opens. */
  choice: Choice | null = {};
  readonly opened: string[] = [];

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The files that hold a sign-in. */
  keptFiles(): string[] {
    const all = readdirSync(this.folder, { recursive: true, encoding: 'utf8' });
    return all.filter((path) => /sign-in.*\.json(\.damaged)?$/.test(path)).map((path) => join(this.folder, path));
  }

  get ports(): SignInPorts {
    const files = createNodeFiles({ random: nodeRandom, clock: nodeClock, platform: 'linux' });
    return {
      clock: nodeClock,
      random: nodeRandom,
      fetch: (url, init) => fetch(url, init),
      files,
      folders: { config: join(this.folder, 'config'), state: join(this.folder, 'state') },
      env: this.env as Env,
      keystore: this.keystore,
      cipher: nodeCipher,
      loopback: nodeLoopback,
      browser: { open: (address) => this.#open(address) },
      takeLock: (path) => takeLock({ files, clock: nodeClock }, path, 2_000),
    };
  }

  async #open(address: string): Promise<boolean> {
    this.opened.push(address);
    if (this.choice === null) return false;
    void new Person(this.choice).signIn(address);
    return true;
  }
}

export const askAt = ({ authority }: Pick<SignInService, 'authority'>, more: Partial<SignInAsk> = {}): SignInAsk => ({
  profile: 'c2f',
  side: 'source',
  tenantId: contoso,
  clientId: apps.person,
  method: 'browser',
  authority,
  isReadOnly: false,
  ...more,
});

type Wishes = { hear?: (news: SignInNews) => void; signal?: AbortSignal; plainFile?: boolean };

export const signInAt = (desk: Desk, ask: SignInAsk, wishes: Wishes = {}) =>
  signIn(ask, desk.ports, { hear: () => undefined, signal: new AbortController().signal, ...wishes });

/** Signs in with a code; the person types it elsewhere. */
export const withCode = (choice: Choice = {}) => ({
  hear: (news: SignInNews) => {
    if (news.kind === 'code') void new Person(choice).enterCode(news.verificationUri, news.userCode);
  },
});
