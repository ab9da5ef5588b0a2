import { inProfile } from '../auth/explain-sign-in.ts';
import { documentOf, type Face, faceOf, nextSteps, noFace } from '../frontends/output.ts';
import type { Finding } from '../plan/finding.ts';
import type { Profile, Side } from '../plan/profile.ts';
import { duration } from '../plan/schedule.ts';
import type { Ports } from '../ports/ports.ts';
import { exitCodeForFindings } from '../problems/exit.ts';
import { refuse } from '../refusal.ts';
import type { Raw } from './command.ts';
import { createConsole } from './console.ts';
import { modeOf } from './mode.ts';
import { argvOf, readSettings, type Settings, textFlag } from './settings.ts';
import { permissionLines, type StorageWord, signInFace, storageWords, timeOrNull } from './sign-in/document.ts';
import { signInWish } from './sign-in/wish.ts';
import { type SideSeen, sideSeen } from './whoami-side.ts';

/** Says who would act in each tenant. What is kept is read from this computer; only an app has to be asked for. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  const console = createConsole(settings.value, ports);
  const { profile, simulator } = settings.value;
  const isSourceAlone = profile === null && !simulator && mayBeSource(raw) && hasSourceOfItsOwn(ports);
  const wish = isSourceAlone ? null : signInWish(raw, settings.value);
  if (wish && !wish.ok) return console.fail(wish.error);
  const { output } = console;
  const face = faceFor(settings.value, profile);
  output.event('started', ports.clock.now(), faceOf(face));
  const seen = await Promise.all(
    sidesOf(wish?.value.side ?? null, profile).map((side) => sideSeen(side, profile, ports)),
  );
  const findings = seen
    .flatMap((one) => missing(one, seen.length === 1))
    .map((one) => inProfile(one, { profile: profile?.name ?? null }));
  const exitCode = exitCodeForFindings(findings);
  console.findings(findings);
  const now = ports.clock.now();
  output.text(seen.flatMap((one) => lines(one, profile, now)));
  const sides = seen.map(sideJson);
  output.finish(documentOf('whoami', exitCode, face, { sides, findings, next: nextSteps(findings) }), now);
  return exitCode;
}

const mayBeSource = (raw: Raw): boolean => [null, 'source'].includes(textFlag(raw, 'side'));

/** A token or an app of the environment needs no profile. */
const hasSourceOfItsOwn = ({ env }: Ports): boolean =>
  Boolean(env.CROSSORG_ACCESS_TOKEN?.trim() || env.CROSSORG_TENANT_ID || env.CROSSORG_CLIENT_ID);

const sidesOf = (side: Side | null, profile: Profile | null): Side[] =>
  side !== null ? [side] : profile === null ? ['source'] : ['source', 'target'];

const faceFor = (settings: Settings, profile: Profile | null): Face =>
  profile ? signInFace(settings, profile) : { ...noFace, mode: modeOf(settings) };

/** Nobody on the target side is everyday: moves need none. What is wrong with a sign-in that is there always counts. */
const missing = ({ side, storage, finding }: SideSeen, isAlone: boolean): Finding[] => {
  const isEveryday = side === 'target' && !isAlone && storage === null;
  return finding === null || (isEveryday && withoutTarget.has(finding.code)) ? [] : [finding];
};

/** Nobody at all, no app there, or an app that acts in its own tenant alone. */
const withoutTarget: ReadonlySet<string> = new Set(['signInMissing', 'appMissing', 'secretForTarget', 'sidesSwapped']);

const sideJson = ({ side, account, tenantId, expiresAt, scopes, storage }: SideSeen) => ({
  ...{ side, account, tenantId, expiresAt: timeOrNull(expiresAt), scopes, storage },
});

function lines(
  { side, account, tenantId, expiresAt, scopes, storage }: SideSeen,
  profile: Profile | null,
  now: number,
) {
  const name = profile ? `${profile[side].name}, ` : '';
  if (storage === null) return [`${name}${side}: nobody is signed in.`];
  return [
    `${name}${side}: ${account ?? 'account unknown'}`,
    `  Tenant       ${tenantId ?? 'unknown: the token does not say'}`,
    ...permissionLines(scopes, 'unknown'),
    `  Token        ${tokenWords(expiresAt, storage, now)}`,
    `  Kept in      ${storageWords(storage)}`,
  ];
}

function tokenWords(expiresAt: number | null, storage: StorageWord, now: number): string {
  if (expiresAt === null) return 'its end is unknown';
  if (expiresAt > now) return `${duration(expiresAt - now)} left`;
  return storage === 'environment' ? 'has ended' : 'has ended; it is renewed when it is used';
}
