import { asksPerson } from '../../auth/sign-in.ts';
import type { SignInAsk } from '../../auth/sign-in-ask.ts';
import { type Finding, finding } from '../../plan/finding.ts';
import type { Profile } from '../../plan/profile.ts';
import type { Env } from '../../ports/ports.ts';
import { sourceAsk } from '../bearer.ts';

/** What the next command uses in place of the sign-in that was just made. */
export function nextTime(ask: SignInAsk, profile: Profile, env: Env): Finding[] {
  if (ask.side === 'source') {
    if (env.CROSSORG_ACCESS_TOKEN?.trim()) return [tokenGoesFirst];
    const next = sourceAsk(profile, { env });
    if (!next.ok) return [{ ...next.error, severity: 'warning' }];
    if (next.value.profile === null && isOther(next.value, ask)) return [appGoesFirst];
  }
  return asksPerson(ask.method) || ask.method === profile.auth ? [] : [profileGoesFirst(profile)];
}

const isOther = (next: SignInAsk, ask: SignInAsk): boolean =>
  next.method !== ask.method || next.clientId?.toLowerCase() !== ask.clientId?.toLowerCase();

const warning = (words: Pick<Finding, 'code' | 'what' | 'why'> & { next: string }): Finding =>
  finding({ field: 'signIn', ...words }, { from: 'signIn', severity: 'warning' });

const tokenGoesFirst = warning({
  code: 'tokenGoesFirst',
  what: 'CROSSORG_ACCESS_TOKEN is set, and is used in place of this sign-in.',
  why: 'A token that is brought goes before every sign-in.',
  next: 'Unset CROSSORG_ACCESS_TOKEN to use the sign-in.',
});

const appGoesFirst = warning({
  code: 'appGoesFirst',
  what: 'The environment names an app, and that acts in place of this sign-in.',
  why: 'An app of CROSSORG_TENANT_ID and CROSSORG_CLIENT_ID goes before the sign-in of a profile.',
  next: 'Unset these variables to use the sign-in.',
});

const profileGoesFirst = ({ name, auth }: Profile): Finding =>
  warning({
    code: 'profileGoesFirst',
    what: 'The app can sign in, but the next command does not use it.',
    why: `An app is not kept, and profile ${name} says to sign in by ${auth}.`,
    next: 'If the app is to act, name its way to sign in with --auth in the profile.',
  });
