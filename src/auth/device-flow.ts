import { cleanText } from '../problems/clean.ts';
import type { Flow, FlowResult } from './browser-flow.ts';
import type { SignInFailure } from './sign-in-failure.ts';

type Told = Partial<Record<'userCode' | 'verificationUri' | 'expiresIn', unknown>>;

/** Codes of Microsoft live so long. */
const usualSeconds = 15 * 60;

/** What a person is to read and type comes from the service. */
const textOf = (value: unknown): string => (typeof value === 'string' ? cleanText(value, { maxLength: 500 }) : '');

/** A code that the person types on another screen. The library polls until then. */
export async function deviceFlow({ app, scopes, ports, hear, signal }: Flow): Promise<FlowResult> {
  const unusable = Promise.withResolvers<SignInFailure>();
  const request = {
    scopes,
    cancel: false,
    deviceCodeCallback: (told: Told) => {
      const [userCode, verificationUri] = [textOf(told.userCode), textOf(told.verificationUri)];
      const seconds = Number(told.expiresIn) || usualSeconds;
      if (userCode === '' || verificationUri === '') {
        Object.assign(request, { cancel: true });
        unusable.resolve(noCode);
      } else hear({ kind: 'code', userCode, verificationUri, expiresAt: ports.clock.now() + seconds * 1000 });
    },
  };
  // A poll that is asleep when the person stops ends at its next question.
  signal.addEventListener('abort', () => Object.assign(request, { cancel: true }), { once: true });
  return (await Promise.race([app.acquireTokenByDeviceCode(request), unusable.promise])) ?? nothing;
}

const nothing: SignInFailure = { kind: 'library', code: 'no_result', message: 'The sign-in ended without a result' };

const noCode: SignInFailure = {
  kind: 'library',
  code: 'no_code',
  message: 'Its answer holds no code, or no page to type it at',
};
