import { type Finding, finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import { cleanText } from '../problems/clean.ts';
import { type Embedded, openEmbedded, type WorldStore } from '../simulator/embedded.ts';
import { isScenarioName, scenarioNames } from '../simulator/scenarios.ts';
import type { World } from '../simulator/world.ts';
import { isStorageFault } from '../store/storage-fault.ts';
import { createWorldStore } from '../store/world-store.ts';
import type { Session } from '../wizard/state.ts';
import type { Hints } from '../wizard/suggest.ts';
import { closest } from './closest.ts';
import { type Opened, type OpenOptions, sessionOf, wire } from './session.ts';
import type { Settings } from './settings.ts';

/** A name that leads nowhere: what is sent to the simulator can never reach a tenant. */
const endpoint = 'https://simulator.invalid/beta';

/** The embedded simulator: its world is kept between commands, and its clock runs fast. */
export async function openSimulator(
  settings: Settings,
  ports: Ports,
  options: OpenOptions,
): Promise<Result<Opened, readonly Finding[]>> {
  const { scenario } = settings;
  if (scenario !== null && !isScenarioName(scenario)) return err([unknownScenario(scenario)]);
  const path = ports.files.join(ports.folders.state, 'simulator', 'world.sqlite');
  try {
    return ok(await openKept(path, settings, ports, options));
  } catch (fault) {
    if (isStorageFault(fault)) return err([worldUnusable(path, fault)]);
    throw fault;
  }
}

async function openKept(path: string, settings: Settings, ports: Ports, options: OpenOptions): Promise<Opened> {
  const database = await ports.files.database(path);
  try {
    const embedded = embeddedIn(createWorldStore(database), ports, settings.scenario);
    if (options.isFresh && isIdle(embedded.world())) embedded.reset();
    return openWorld({ settings, ports, options, embedded, close: () => database.close() });
  } catch (fault) {
    database.close();
    throw fault;
  }
}

const worldUnusable = (path: string, { message }: Error): Finding =>
  finding(
    {
      field: 'program',
      code: 'simulatorUnusable',
      what: "The simulator's world cannot be read or written.",
      why: `It is kept in ${path}. The system says: ${message}.`,
      next: [
        { do: 'Check that this account may write there and that the disk has room.', who: 'you' },
        { do: 'If the file is damaged, delete it: only simulated moves are in it.', who: 'you' },
        { do: 'Or set CROSSORG_STATE_DIR to another folder.', who: 'you' },
      ],
    },
    { from: 'program' },
  );

export type OpenWorld = { settings: Settings; ports: Ports; options: OpenOptions; embedded: Embedded; close(): void };

/** A session on a simulated world. */
export function openWorld({ settings, ports, options, embedded, close }: OpenWorld): Opened {
  const world = embedded.world();
  const session: Session = {
    ...sessionOf(settings, 'simulator', endpoint),
    profile: null,
    source: { tenantId: world.source.id, name: world.source.name },
    target: { tenantId: world.target.id, name: world.target.name },
    account: `admin@${world.source.domains[0]}`,
    hints: hintsOf(world),
  };
  const tokens = { source: async (wanted: { fresh?: boolean } = {}) => embedded.token(wanted) };
  return wire({ session, ports, fetch: embedded.fetch, clock: embedded.clock, tokens, options, close });
}

export const embeddedIn = (
  store: WorldStore,
  { clock }: Pick<Ports, 'clock'>,
  scenario: string | null,
  speed?: number,
): Embedded =>
  openEmbedded({
    store,
    realNow: () => clock.now(),
    realSleep: (ms, signal) => clock.sleep(ms, signal),
    ...(scenario !== null && isScenarioName(scenario) ? { scenario } : {}),
    ...(speed === undefined ? {} : { speed }),
  });

/** Nothing is under way that somebody may want to come back to. */
const isIdle = ({ tasks, late }: World): boolean =>
  late.length === 0 && tasks.every(({ status }) => status !== 'notStarted' && status !== 'inProgress');

function hintsOf({ source, target }: World): Hints {
  const [sourceDomain = ''] = source.domains;
  const [targetDomain = ''] = target.domains;
  return {
    sources: {
      user: `dana@${sourceDomain}`,
      site: `https://${source.label}.sharepoint.com/sites/IT`,
      group: 'finance-eu',
    },
    targetRule: `{name}@${targetDomain}`,
    targetRoot: `https://${target.label}.sharepoint.com`,
    targetHost: `https://${target.label}-my.sharepoint.com`,
    targetOrgId: target.id,
    domains: { source: sourceDomain, target: targetDomain },
    origin: 'default',
  };
}

export function unknownScenario(name: string): Finding {
  const meant = closest(name, scenarioNames);
  return finding(
    {
      field: 'command',
      code: 'scenarioUnknown',
      what: `The simulator has no scenario ${cleanText(name, { maxLength: 60 })}.`,
      why: meant ? `The nearest one is ${meant}.` : `It has: ${scenarioNames.join(', ')}.`,
      next: `Give one of its names, for example --scenario ${meant ?? 'clean'}.`,
    },
    { from: 'input', ...(meant ? { suggestion: meant } : {}) },
  );
}
