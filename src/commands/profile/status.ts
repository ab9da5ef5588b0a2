import { readToken } from '../../auth/token.ts';
import type { Profile } from '../../plan/profile.ts';
import type { Ports } from '../../ports/ports.ts';

/** How the sign-in of a profile stands, told without asking anybody: from what its token says of itself. */
export async function profileStatus(
  profile: Profile,
  ports: Pick<Ports, 'env' | 'clock' | 'files' | 'folders'>,
): Promise<string> {
  const { source, auth } = profile;
  const { env, clock } = ports;
  const token = env.CROSSORG_ACCESS_TOKEN?.trim();
  if (token) return brought(token, source.tenantId, clock.now());
  if (auth !== 'browser' && auth !== 'device') return 'Signs in as an app';
  return source.clientId === null ? 'Needs a brought token' : await keptStatus(profile, ports);
}

/** A kept sign-in outlives its token: that is renewed when it is used. */
async function keptStatus(profile: Profile, ports: Pick<Ports, 'clock' | 'files' | 'folders'>): Promise<string> {
  const [{ keptSummary }, { askOf }] = await Promise.all([
    import('../../auth/kept-summary.ts'),
    import('../../auth/sign-in-ask.ts'),
  ]);
  const kept = await keptSummary(askOf(profile, 'source'), ports);
  if (kept === null) return 'Not signed in';
  if (kept.tenantId?.toLowerCase() !== profile.source.tenantId) return 'Check: signed in to another tenant';
  const leftMs = (kept.expiresAt ?? 0) - ports.clock.now();
  return leftMs > 0 ? `Signed in, ${timeLeft(leftMs)} left` : 'Signed in';
}

function brought(token: string, tenantId: string, now: number): string {
  const claims = readToken(token);
  if (claims?.tid && claims.tid.toLowerCase() !== tenantId) return 'Check: token of another tenant';
  if (!claims?.expiresAt) return 'Token brought';
  return claims.expiresAt <= now ? 'Check: token expired' : `Token brought, ${timeLeft(claims.expiresAt - now)} left`;
}

/** The words of `duration` without the calendar behind it, which the first frame does not need. */
function timeLeft(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}
