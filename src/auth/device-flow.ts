import type { Flow, FlowResult } from './browser-flow.ts';
import type { SignInFailure } from './sign-in-failure.ts';

/** A code that the person types on another screen. The library polls until then. */
export async function deviceFlow({ app, scopes, ports, hear, signal }: Flow): Promise<FlowResult> {
  const request = {
    scopes,
    cancel: false,
    deviceCodeCallback: (told: { userCode: string; verificationUri: string; expiresIn: number }) => {
      const { userCode, verificationUri, expiresIn } = told;
      hear({ kind: 'code', userCode, verificationUri, expiresAt: ports.clock.now() + expiresIn * 1000 });
    },
  };
  // A poll that is asleep when the person stops ends at its next question.
  signal.addEventListener('abort', () => Object.assign(request, { cancel: true }), { once: true });
  return (await app.acquireTokenByDeviceCode(request)) ?? nothing;
}

const nothing: SignInFailure = { kind: 'library', code: 'no_result', message: 'The sign-in ended without a result' };
