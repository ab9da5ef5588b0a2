import { explainSignIn, inProfile } from '../auth/explain-sign-in.ts';
import { signInNotes } from '../auth/guard.ts';
import { asksPerson, type SignedIn, signIn } from '../auth/sign-in.ts';
import { askOf, type SignInAsk } from '../auth/sign-in-ask.ts';
import { claimsOf, type Who } from '../auth/sign-in-session.ts';
import { documentOf, errorDocument, type Face, faceOf, nextSteps } from '../frontends/output.ts';
import type { Finding } from '../plan/finding.ts';
import type { Profile } from '../plan/profile.ts';
import { duration } from '../plan/schedule.ts';
import type { Ports } from '../ports/ports.ts';
import { exitCodeForFindings } from '../problems/exit.ts';
import { localFinding } from '../problems/explain.ts';
import { refuse } from '../refusal.ts';
import { isStorageFault } from '../store/storage-fault.ts';
import type { Raw } from './command.ts';
import { type Console, createConsole } from './console.ts';
import { argvOf, readSettings, type Settings } from './settings.ts';
import { signInDialogue } from './sign-in/dialogue.ts';
import { permissionLines, signInFace, storageWords, timeOrNull } from './sign-in/document.ts';
import { forgetSignIns } from './sign-in/forget.ts';
import { nextTime } from './sign-in/next-time.ts';
import { notKept } from './sign-in/not-kept.ts';
import { signInPorts } from './sign-in/ports.ts';
import { type SignInWish, signInWish } from './sign-in/wish.ts';
import { stopper } from './stopper.ts';

type Around = { raw: Raw; settings: Settings; ports: Ports; console: Console; wish: SignInWish; face: Face };

/** Signs in to one side of a profile, and keeps the sign-in for the commands that follow. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  const console = createConsole(settings.value, ports);
  const wish = signInWish(raw, settings.value);
  if (!wish.ok) return console.fail(wish.error);
  const face = signInFace(settings.value, wish.value.profile);
  try {
    return await login({ raw, settings: settings.value, ports, console, wish: wish.value, face });
  } catch (fault) {
    if (isStorageFault(fault)) return fail({ console, face, ports }, [notKept(fault)]);
    throw fault;
  }
}

async function login(around: Around): Promise<number> {
  const { raw, settings, ports, console, wish, face } = around;
  const { output } = console;
  const ask = askOf(wish.profile, wish.side ?? 'source', wish.method);
  output.event('started', ports.clock.now(), faceOf(face));
  if (output.format === 'text') output.notice(firstLines(ask, wish));
  const stop = new AbortController();
  const over = new AbortController();
  const end = stopper({ ports, timeoutMs: null });
  void end.ended.then(() => stop.abort());
  const hear = signInDialogue({ settings, ports, output, signal: over.signal });
  const plainFile = raw.flags.insecureStorage === true;
  const result = await signIn(ask, signInPorts(ports), { hear, signal: stop.signal, plainFile }).finally(() => {
    over.abort();
    end.close();
  });
  if (!result.ok) return fail(around, [explainSignIn(result.error, ask)]);
  // The later wish counts: a person who signed in before must not act in place of the profile's own app.
  if (!asksPerson(ask.method) && ask.method === wish.profile.auth) await forgetSignIns(wish.profile, ask.side, ports);
  return succeed(around, ask, result.value);
}

const firstLines = ({ side, method, authority }: SignInAsk, { profile }: SignInWish): string[] => [
  `Sign in to the ${side.toUpperCase()} tenant, ${profile[side].name} (${profile[side].domains[0] ?? profile[side].tenantId}).`,
  'An account of any other tenant is refused before any call is made.',
  ...(method === 'device' ? ['Many tenants block codes. If this one does, sign in with --auth browser.'] : []),
  ...(authority === null ? [] : [`The sign-in service is ${authority}, as the profile says.`]),
];

function succeed({ console, ports, wish, face }: Around, ask: SignInAsk, { who }: SignedIn): number {
  const { output } = console;
  const now = ports.clock.now();
  const findings = notes(who, ask, wish.profile, ports).map((note) => inProfile(note, ask));
  const facts = { account: who.account, tenantId: who.tenantId, expiresAt: timeOrNull(who.expiresAt) };
  output.event('signedIn', now, facts);
  console.findings(findings);
  output.text([
    `Signed in to ${wish.profile[ask.side].name} as ${who.account}.`,
    ...permissionLines(who.scopes, 'none that crossorg knows'),
    `  Token        ${duration(Math.max(0, who.expiresAt - now))} left, ${who.storage === 'memory' ? 'not kept' : 'then renewed by itself'}`,
    `  Kept in      ${storageWords(who.storage)}`,
  ]);
  const body = { side: ask.side, ...facts, scopes: who.scopes, storage: who.storage, findings };
  output.finish(documentOf('login', 0, face, { ...body, next: nextSteps(findings) }), now);
  return 0;
}

/** What stands in the way of the next command, although this one went well. */
function notes(who: Who, ask: SignInAsk, profile: Profile, { env, clock }: Ports): Finding[] {
  const { isApp, storage } = who;
  const { side, clientId } = ask;
  const judged = signInNotes({ claims: claimsOf(who, clientId), side, profile, now: clock.now() });
  return [
    ...(storage === 'memory' && !isApp ? [localFinding('tokensInMemory', { side })] : []),
    ...nextTime(ask, profile, env),
    ...judged.map((note): Finding => ({ ...note, severity: 'warning' })),
  ];
}

function fail({ console, face, ports }: Pick<Around, 'console' | 'face' | 'ports'>, findings: Finding[]): number {
  const exitCode = exitCodeForFindings(findings) || 1;
  console.findings(findings);
  console.output.finish(errorDocument(findings, { exitCode, face }), ports.clock.now());
  return exitCode;
}
