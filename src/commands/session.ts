import { type GuardInput, guardTenant } from '../auth/guard.ts';
import { isSendable, readToken } from '../auth/token.ts';
import { createGraphClient } from '../graph/create-client.ts';
import { checkEndpoint, defaultEndpoint, isLoopback } from '../graph/endpoints.ts';
import { type Finding, finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Clock, Fetch, Ports, Tokens } from '../ports/ports.ts';
import { localFinding } from '../problems/explain.ts';
import type { Services } from '../runtime/services.ts';
import { createDraftStore, type DraftStore } from '../store/drafts.ts';
import { createLedger, type Ledger } from '../store/ledger.ts';
import { version } from '../version.ts';
import type { Mode } from '../wave/entry.ts';
import type { Session } from '../wizard/state.ts';
import type { Settings } from './settings.ts';

/** Where a command works: who is asked, with whose token, and where it is written down. */
export type Opened = { session: Session; services: Services; drafts: DraftStore; close(): void };

export type OpenOptions = {
  /** What holds a submission, or a cancelling, to its tenant; `nothing` where neither happens. */
  heldBy: GuardInput['heldBy'];
  /** Simulator only: begin with a new world, unless something is under way in the old one. */
  isFresh?: boolean;
  /** Where below the state folder runs are kept, when not in the usual place. */
  ledgerFolder?: readonly string[];
  /** `at` is by the clock of the session, in milliseconds since 1970. */
  onThrottled?: (waitMs: number, at: number) => void;
  log?: (line: string) => void;
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
  options: OpenOptions;
  close(): void;
};

/** Puts client, ledger and session together. */
export function wire({ session, ports, fetch, clock, tokens, options, close }: Wiring): Opened {
  const { log, onThrottled } = options;
  const graph = createGraphClient({
    endpoint: session.endpoint,
    tokens,
    fetch,
    clock,
    random: ports.random,
    version,
    ...(log ? { log } : {}),
    ...(onThrottled ? { onThrottled: (waitMs: number) => onThrottled(waitMs, clock.now()) } : {}),
  });
  // Run ids and waits for locks go by the real clock: the simulator's runs ahead.
  const ledger = openLedger(session.mode, ports, ports.clock, options.ledgerFolder);
  const services: Services = {
    graph,
    ledger,
    clock,
    random: ports.random,
    header: () => headerOf(session, ports),
    ...(onThrottled ? { onThrottled } : {}),
  };
  return { session, services, drafts: openDrafts(session.mode, ports), close };
}

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

const ledgerFolders: Readonly<Record<Mode, string[]>> = {
  live: ['runs'],
  simulator: ['simulator', 'runs'],
  custom: ['custom', 'runs'],
};

/** What was typed and not submitted; kept apart in the same way as runs. */
export const openDrafts = (mode: Mode, { files, folders, clock }: Ports): DraftStore =>
  createDraftStore({ files, folder: files.join(folders.state, ...draftFolders[mode]), now: () => clock.now() });

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
  folder: readonly string[] = ledgerFolders[mode],
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
  const token = ports.env.CROSSORG_ACCESS_TOKEN?.trim();
  if (!token) return err([localFinding('signInMissing', {})]);
  if (!isSendable(token)) return err([tokenUnusable]);
  const claims = readToken(token);
  const expectedTenant = settings.sourceTenant;
  const refused = guardTenant({
    claims,
    expectedTenant,
    loopback: isLoopback(endpoint.value.endpoint),
    heldBy: options.heldBy,
    now: ports.clock.now(),
  });
  if (refused) return err([refused]);
  const session: Session = {
    ...sessionOf(settings, mode, endpoint.value.endpoint),
    source: { tenantId: claims?.tid ?? expectedTenant, name: null },
    target: { tenantId: null, name: null },
    account: claims?.account ?? null,
    hints: null,
  };
  return ok(
    wire({
      session,
      ports,
      fetch: ports.fetch,
      clock: ports.clock,
      tokens: { source: async () => token },
      options,
      close: () => undefined,
    }),
  );
}

const tokenUnusable = finding(
  {
    field: 'signIn',
    code: 'tokenUnusable',
    what: 'The text in CROSSORG_ACCESS_TOKEN is no token, so nothing was sent.',
    why: 'It holds spaces, line ends or other characters that no token has.',
    next: 'Bring the token alone, on one line, without the word Bearer.',
  },
  { from: 'signIn' },
);
