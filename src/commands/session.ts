import { type GuardInput, guardSignIn } from '../auth/guard.ts';
import type { SignedIn } from '../auth/sign-in.ts';
import { createGraphClient } from '../graph/create-client.ts';
import { checkEndpoint, defaultEndpoint, isLoopback } from '../graph/endpoints.ts';
import { createPace } from '../graph/pace.ts';
import { readingOnly } from '../graph/reading-only.ts';
import type { Finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Clock, Fetch, Ports, Tokens } from '../ports/ports.ts';
import type { Services } from '../runtime/services.ts';
import { createDraftStore, type DraftStore } from '../store/drafts.ts';
import { createLedger, type Ledger } from '../store/ledger.ts';
import { listened } from '../store/listened.ts';
import { version } from '../version.ts';
import type { Mode } from '../wave/entry.ts';
import type { Signing } from '../wizard/signing.ts';
import type { Session } from '../wizard/state.ts';
import type { ByPerson, OwnSignIn } from './bearer.ts';
import { sessionLog } from './log-lines.ts';
import { type PlanShelf, planShelf } from './plan-shelf.ts';
import { noteLiveUse, profileSession } from './profile/session.ts';
import { runFolders } from './run-folders.ts';
import { type SaveTarget, targetSaver } from './save-target.ts';
import type { Settings } from './settings.ts';

/** Where a command works: who is asked, with whose token, and where it is written down. */
export type Opened = {
  session: Session;
  services: Services;
  drafts: DraftStore;
  plans: PlanShelf;
  /** Writes into the profile that is used; left out without one. */
  saveTarget?: SaveTarget;
  /** The sign-in it works with, where it is one of crossorg's own. */
  own?: OwnSignIn;
  /** Begins to sign a person in anew; left out where an app or a brought token works. */
  signIn?: () => Promise<Signing>;
  /** The same place for many rows, with what is known of it by now; `budget` is in resource units a minute. */
  forMany(session: Session, budget: number): Opened;
  close(): void;
};

export type OpenOptions = {
  /** What holds a submission, or a cancelling, to its tenant; `nothing` where neither happens. */
  heldBy: GuardInput['heldBy'];
  /** `read` where nothing is dry-run, submitted or cancelled. */
  needs?: GuardInput['needs'];
  /** Simulator only: begin with a new world, unless something is under way in the old one. */
  isFresh?: boolean;
  /** Where below the state folder runs are kept, when not in the usual place. */
  ledgerFolder?: readonly string[];
  /** `at` is by the clock of the session, in milliseconds since 1970. */
  onThrottled?: (waitMs: number, at: number) => void;
  /** Many rows: reads and dry runs leave in batches, and all calls share a budget of resource units a minute. */
  budget?: number;
  /** A sign-in that was made a moment ago: where it cannot be kept, this is the only way to it. */
  signedIn?: SignedIn;
  /** Asks a person to sign in where nobody is signed in; left out, that is refused. */
  byPerson?: ByPerson | undefined;
  /** Asks during the work as well, when a sign-in ends. */
  asksAgain?: boolean;
};

export async function openSession(
  settings: Settings,
  ports: Ports,
  options: OpenOptions,
): Promise<Result<Opened, readonly Finding[]>> {
  if (settings.simulator) return (await import('./simulator-session.ts')).openSimulator(settings, ports, options);
  return openTenant(settings, ports, options);
}

export type Wiring = {
  session: Session;
  ports: Ports;
  fetch: Fetch;
  clock: Clock;
  tokens: Tokens;
  renew?: () => Promise<boolean>;
  own?: OwnSignIn;
  options: OpenOptions;
  close(): void;
};

/** Puts client, ledger and session together. */
export function wire(wiring: Wiring): Opened {
  const { session, ports, fetch, clock, tokens, renew, own, options, close } = wiring;
  const log = ports.logs ? sessionLog(ports.logs, session.mode, clock) : null;
  const pace = options.budget === undefined ? null : createPace(clock, options.budget);
  const onThrottled = (waitMs: number, at: number): void => {
    log?.pause(waitMs);
    options.onThrottled?.(waitMs, at);
  };
  const graph = createGraphClient({
    endpoint: session.endpoint,
    tokens,
    fetch,
    clock,
    random: ports.random,
    version,
    ...(log ? { log: log.line } : {}),
    ...(pace ? { pace, isBatching: true } : {}),
    onThrottled: (waitMs) => onThrottled(waitMs, clock.now()),
  });
  // Run ids and waits for locks go by the real clock: the simulator's runs ahead.
  const recorded = openLedger(session.mode, ports, ports.clock, options.ledgerFolder);
  const noteLive = noteLiveUse(session, ports);
  const ledger = listened(recorded, (_, entry) => noteLive(entry));
  const services: Services = {
    graph: session.saved?.isReadOnly ? readingOnly(graph) : graph,
    ledger: log ? listened(ledger, log.entry) : ledger,
    clock,
    random: ports.random,
    header: () => headerOf(session, ports),
    onThrottled,
    ...(renew ? { renew } : {}),
  };
  const { saved } = session;
  const shelves = {
    drafts: openDrafts(session, ports),
    plans: planShelf(ports),
    ...(saved ? { saveTarget: targetSaver(saved.name, ports) } : {}),
  };
  const forMany = (known: Session, budget: number): Opened =>
    wire({ ...wiring, session: known, options: { ...options, budget } });
  const signedIn = own ? { own, ...signInAnew(own, session.mode, ports) } : {};
  return { session, services, ...shelves, ...signedIn, forMany, close };
}

/** Where a person signed in, they can again. */
const signInAnew = (own: OwnSignIn, mode: Mode, ports: Ports): Pick<Opened, 'signIn'> =>
  own.isPerson
    ? { signIn: async () => (await import('./sign-in/signing.ts')).signInAgain({ ...own, mode, why: null }, ports) }
    : {};

const headerOf = (session: Session, { machine }: Ports) => ({
  mode: session.mode,
  endpoint: session.endpoint,
  profile: session.profile,
  source: session.source,
  target: session.target,
  zone: session.zone,
  account: session.account,
  machine: machine.name,
  change: session.change,
  version,
});

/** What was typed and not submitted; kept apart in the same way as runs, and each profile's by itself. */
export const openDrafts = (
  { mode, profile }: Pick<Session, 'mode' | 'profile'>,
  { files, folders, clock }: Ports,
): DraftStore =>
  createDraftStore({
    files,
    folder: files.join(folders.state, ...draftFolders[mode], ...(profile === null ? [] : [profile.toLowerCase()])),
    now: () => clock.now(),
  });

const draftFolders: Readonly<Record<Mode, string[]>> = {
  live: ['drafts'],
  simulator: ['simulator', 'drafts'],
  custom: ['custom', 'drafts'],
};

/** Runs of tenants, of the simulator and of other hosts are never mixed. */
export const openLedger = (
  mode: Mode,
  { files, folders, random }: Ports,
  clock: Clock,
  folder: readonly string[] = runFolders[mode],
): Ledger => createLedger({ files, clock, random, folder: files.join(folders.state, ...folder) });

export const sessionOf = (settings: Settings, mode: Mode, endpoint: string) => ({
  mode,
  endpoint,
  profile: settings.profile?.name ?? null,
  ...(settings.profile ? { saved: settings.profile } : {}),
  zone: settings.zone,
  change: settings.change,
});

async function openTenant(
  settings: Settings,
  ports: Ports,
  options: OpenOptions,
): Promise<Result<Opened, readonly Finding[]>> {
  const endpoint = checkEndpoint(settings.graphUrl ?? defaultEndpoint);
  if (!endpoint.ok) throw new Error('The settings were read without a look at the Graph address');
  const { mode } = endpoint.value;
  const { profile } = settings;
  const { sourceBearer } = await import('./bearer.ts');
  const found = await sourceBearer({ profile, endpoint: endpoint.value, ...options }, ports);
  if (!found.ok) return found;
  const { tokens, claims, namedTenant, renew, own } = found.value;
  const expectedTenant = settings.sourceTenant ?? namedTenant;
  const { refused, warnings } = guardSignIn({
    claims,
    side: 'source',
    expectedTenant,
    profile,
    loopback: isLoopback(endpoint.value.endpoint),
    heldBy: options.heldBy,
    needs: options.needs ?? 'all',
    now: ports.clock.now(),
  });
  if (refused) return err([refused]);
  const session: Session = {
    ...sessionOf(settings, mode, endpoint.value.endpoint),
    source: { tenantId: claims?.tid ?? expectedTenant, name: null },
    target: { tenantId: null, name: null },
    account: claims?.account ?? null,
    ...(own === undefined && claims?.expiresAt ? { tokenEndsAt: claims.expiresAt } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
    hints: null,
    ...(await profileSession({ profile: settings.profile, endpoint: endpoint.value.endpoint }, ports)),
  };
  return ok(
    wire({
      session,
      ports,
      fetch: ports.fetch,
      clock: ports.clock,
      tokens,
      ...(renew ? { renew } : {}),
      ...(own ? { own } : {}),
      options,
      close: () => undefined,
    }),
  );
}
