import type { Context } from 'oidc-provider';

/** What Microsoft says in place of the provider's own words; the first that fits counts. */
const refusals: readonly { error: string; grant?: string; code: number; says: string; as?: string }[] = [
  { error: 'authorization_pending', code: 70016, says: 'OAuth 2.0 device flow error. Authorization is pending.' },
  { error: 'expired_token', code: 70020, says: 'This device code has expired.' },
  {
    error: 'invalid_grant',
    grant: 'device_code',
    code: 70020,
    says: 'This device code has expired.',
    as: 'expired_token',
  },
  { error: 'invalid_grant', grant: 'refresh_token', code: 50173, says: 'The provided grant has expired.' },
  { error: 'invalid_grant', code: 70008, says: 'The provided authorization code has expired.' },
  { error: 'invalid_client', code: 7000215, says: 'Invalid client secret provided.' },
  { error: 'access_denied', code: 65004, says: 'User declined to consent to access the app.' },
];

export const traceId = '0a1b2c3d-0000-4000-8000-00000000beef';
export const correlationId = '9f8e7d6c-0000-4000-8000-00000000cafe';

/** An error body as login.microsoftonline.com words it. */
export const entraError = (error: string, code: number, says: string) => ({
  error,
  error_description: `AADSTS${code}: ${says} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: 2026-12-05 12:00:00Z`,
  error_codes: [code],
  timestamp: '2026-12-05 12:00:00Z',
  trace_id: traceId,
  correlation_id: correlationId,
});

/** Gives the provider's answers the shape of Microsoft's. */
export async function speakEntra(context: Context, next: () => Promise<void>, intervalSeconds: number): Promise<void> {
  await next();
  const { body } = context;
  if (context.method !== 'POST' || typeof body !== 'object' || body === null) return;
  if (typeof body.error === 'string') translate(context);
  else if (context.path.endsWith('/devicecode')) {
    const message = `Open ${body.verification_uri} and enter the code ${body.user_code}.`;
    context.body = { ...body, interval: intervalSeconds, message };
  } else if (typeof body.id_token === 'string') context.body = { ...body, client_info: clientInfoOf(body.id_token) };
}

function translate(context: Context): void {
  const { body } = context;
  const grant = context.oidc?.body?.grant_type ?? '';
  const refusal = refusals.find((each) => each.error === body.error && grant.endsWith(each.grant ?? ''));
  if (refusal) context.body = entraError(refusal.as ?? refusal.error, refusal.code, refusal.says);
}

function clientInfoOf(idToken: string): string {
  const { oid, tid } = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
  return Buffer.from(JSON.stringify({ uid: oid, utid: tid })).toString('base64url');
}
