import { type Finding, finding, type NextStep } from '../plan/finding.ts';
import type { Side } from '../plan/profile.ts';
import type { LocalCode } from '../problems/catalogue/local.ts';
import { explain, localFinding } from '../problems/explain.ts';
import { signInRuleOf } from '../problems/find-rule.ts';
import { foreignText } from '../problems/secrets.ts';
import type { SignInAsk } from './sign-in-ask.ts';
import type { CredentialProblem, ServiceRefusal, SignInFailure, StoreTrouble } from './sign-in-failure.ts';
import { refusalFinding, type SignInPlaceName } from './sign-in-finding.ts';
import { type Stranger, tenantFinding } from './tenant-finding.ts';

/** What a person reads about a sign-in that did not come to be. The raw words of the service stay with it. */
export function explainSignIn(failure: SignInFailure, place: SignInPlaceName): Finding {
  return inProfile(build(failure, place), place);
}

function build(failure: SignInFailure, place: SignInPlaceName): Finding {
  const { side, pair = null } = place;
  switch (failure.kind) {
    case 'cancelled':
      return localFinding('signInStopped', { side });
    case 'expired':
      return failure.what === 'code'
        ? refusalFinding(failure.refusal ?? codeTooOld, place)
        : localFinding('signInTimedOut', { side });
    case 'refused':
      return refusalFinding(failure, place);
    case 'library':
      return ofLibrary(failure, place);
    case 'needsInteraction':
      return withoutSignIn(failure, place);
    case 'wrongTenant':
      return tenantFinding({ side, expected: failure.expected, profile: pair }, strangerOf(failure));
    case 'tenantUnknown':
    case 'appMissing':
      return localFinding(failure.kind, { side });
    case 'credential':
      return localFinding(credentialCodes[failure.problem], { path: failure.path, side });
    case 'network':
      return wayBlocked(failure);
  }
}

/** Some of the library's own codes say what to do. */
const ofLibrary = ({ code, message }: Extract<SignInFailure, { kind: 'library' }>, place: SignInPlaceName): Finding =>
  signInRuleOf(code)
    ? refusalFinding({ code, error: code, message, correlationId: null, traceId: null }, place)
    : localFinding('signInFailed', { side: place.side, detail: message.replace(/\.$/, '') });

/** The library stops asking at the end of a code, without a word of the service. */
const codeTooOld: ServiceRefusal = {
  code: 'expired_token',
  error: 'expired_token',
  message: '',
  correlationId: null,
  traceId: null,
};

/** The stranger is named by account where that is known: people mix up their own accounts first. */
const strangerOf = ({ actual, account }: Extract<SignInFailure, { kind: 'wrongTenant' }>): Stranger => ({
  tenantId: actual.toLowerCase(),
  account,
});

type Needy = Extract<SignInFailure, { kind: 'needsInteraction' }>;

function withoutSignIn({ refusal, store }: Needy, place: SignInPlaceName): Finding {
  const { side } = place;
  // Only a number, or what stands beside the word, says more than that the sign-in has ended.
  if (refusal?.code.startsWith('AADSTS') || refusal?.suberror !== undefined)
    return refusalFinding(refusal, place, 'signInExpired');
  if (refusal !== null) return localFinding('signInExpired', { side }, wordsOf(refusal));
  return store === null ? localFinding('signInMissing', { side }) : explainStore(store, side);
}

/** Why a kept sign-in does not count. */
function explainStore(trouble: StoreTrouble, side: Side): Finding {
  switch (trouble.kind) {
    case 'locked':
      return localFinding('keystoreLocked', { side });
    case 'damaged':
      return localFinding('signInDamaged', { side, path: trouble.aside });
    case 'unreadable':
      return unreadable(trouble, side);
  }
}

const unreadable = ({ path, detail }: Extract<StoreTrouble, { kind: 'unreadable' }>, side: Side): Finding =>
  finding(
    {
      field: 'signIn',
      code: 'signInUnreadable',
      what: `The sign-in to the ${side} tenant is kept, but its file cannot be opened.`,
      why: `The system says: ${foreignText(detail, 300)}`,
      next: [
        { do: `Give this account the right to read and write ${path}, and repeat the command.`, who: 'you' },
        { do: 'Or remove it, and sign in again.', who: 'you', command: `crossorg login --side ${side}` },
      ],
    },
    { from: 'signIn' },
  );

function wayBlocked({ reason, host, detail }: Extract<SignInFailure, { kind: 'network' }>): Finding {
  const call = { call: 'read', reached: 'no', clientRequestId: '' } as const;
  const found = explain({ kind: 'network', ...call, reason, detail });
  const why = `${found.why} The sign-in service was asked at ${host}.`;
  return { ...found, why, service: { status: null, code: reason, message: detail }, clientRequestId: null };
}

const wordsOf = ({ code, message, correlationId, traceId }: ServiceRefusal) => ({
  service: { status: null, code, message },
  requestId: traceId,
  clientRequestId: correlationId,
});

const credentialCodes: Readonly<Record<CredentialProblem, LocalCode>> = {
  secretMissing: 'secretMissing',
  secretForTarget: 'secretForTarget',
  certificateMissing: 'certificateMissing',
  unreadable: 'certificateUnreadable',
  pfx: 'certificateIsPfx',
  withoutCertificate: 'keyAlone',
  withoutKey: 'certificateAlone',
  passwordMissing: 'certificatePassword',
  passwordWrong: 'certificatePassword',
  mismatch: 'certificateMismatch',
  notRsa: 'certificateNotRsa',
  expired: 'certificateExpired',
  assertionMissing: 'assertionMissing',
};

/** Commands that sign in, or correct the profile, name it: without it they would not know where. */
export function inProfile(finding: Finding, { profile }: Pick<SignInAsk, 'profile'>): Finding {
  const [first, ...rest] = finding.next;
  return { ...finding, next: [placed(first, profile), ...rest.map((step) => placed(step, profile))] };
}

function placed(step: NextStep, profile: string | null): NextStep {
  const { command } = step;
  if (profile === null || !command) return step;
  const name = /^[\w.-]+$/.test(profile) ? profile : `"${profile}"`;
  // What is to be corrected in a profile is corrected in this one.
  if (command === 'crossorg profile list') return { ...step, command: `crossorg profile edit ${name}` };
  if (!/^crossorg (login|logout|whoami)\b/.test(command) || command.includes('--profile')) return step;
  return { ...step, command: `${command} --profile ${name}` };
}
