import { type Finding, finding } from '../../plan/finding.ts';
import { quoted } from '../../plan/parse/readable.ts';
import { type AuthMethod, authMethods, type Profile, type Side } from '../../plan/profile.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import { closest } from '../closest.ts';
import type { Raw } from '../command.ts';
import { type Settings, textFlag } from '../settings.ts';

/** Whose sign-in a command is about. `side` is null where both are meant. */
export type SignInWish = { profile: Profile; side: Side | null; method: AuthMethod };

export function signInWish(raw: Raw, { profile, simulator }: Settings): Result<SignInWish, readonly Finding[]> {
  const side = textFlag(raw, 'side');
  const method = textFlag(raw, 'auth');
  const findings = [
    ...(simulator ? [simulatorNeedsNone] : []),
    ...(side === null || isSide(side) ? [] : [sideUnreadable(side)]),
    ...(method === null || isMethod(method) ? [] : [methodUnreadable(method)]),
    ...(profile || simulator ? [] : [profileMissing]),
  ];
  if (findings.length > 0 || !profile) return err(findings);
  return ok({
    profile,
    side: side === null || !isSide(side) ? null : side,
    method: method === null || !isMethod(method) ? profile.auth : method,
  });
}

const isSide = (text: string): text is Side => text === 'source' || text === 'target';
const isMethod = (text: string): text is AuthMethod => authMethods.some((method) => method === text);

const usage = (words: Pick<Finding, 'code' | 'what' | 'why' | 'next'>, meant?: string): Finding =>
  finding({ field: 'command', ...words }, { from: 'input', ...(meant === undefined ? {} : { suggestion: meant }) });

const sideUnreadable = (text: string): Finding =>
  usage(
    {
      code: 'sideUnreadable',
      what: `${quoted(text)} is no side of a profile.`,
      why: 'A move starts in the source tenant and ends in the target tenant.',
      next: [{ do: 'Write --side source or --side target.', who: 'you' }],
    },
    closest(text, ['source', 'target']),
  );

const methodUnreadable = (text: string): Finding =>
  usage(
    {
      code: 'authUnreadable',
      what: `${quoted(text)} is no way to sign in.`,
      why: `There are: ${authMethods.join(', ')}.`,
      next: [{ do: 'Write one of them, or leave --auth out: then the profile decides.', who: 'you' }],
    },
    closest(text, authMethods),
  );

const profileMissing = usage({
  code: 'profileMissing',
  what: 'It is not said which profile is meant.',
  why: 'A sign-in belongs to one profile: it names the tenant, the app and the way to sign in.',
  next: [
    { do: 'Name the profile with --profile.', who: 'you', command: 'crossorg profile list' },
    { do: 'Or save one.', who: 'you', command: 'crossorg profile new NAME' },
  ],
});

const simulatorNeedsNone = usage({
  code: 'signInOnSimulator',
  what: 'The simulator needs no sign-in.',
  why: 'Its tenants are made up, and nothing leaves this computer.',
  next: [{ do: 'Leave --simulator out to sign in to a tenant.', who: 'you' }],
});
