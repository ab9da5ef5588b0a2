import { createGraphClient } from '../../src/graph/create-client.ts';
import type { Fetch, Random } from '../../src/ports/ports.ts';
import type { Services } from '../../src/runtime/services.ts';
import type { FaultPlanName } from '../../src/simulator/faults.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { tokenFor } from '../../src/simulator/tokens.ts';
import type { StoredTask, World } from '../../src/simulator/world.ts';
import { createLedger, type LedgerPorts } from '../../src/store/ledger.ts';
import type { RunHeader } from '../../src/wave/entry.ts';
import { fakeRandom } from '../runtime/fake-ports.ts';
import { mortal } from '../runtime/mortal.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { type Case, endpoint, noon, tenants, worldOf } from './cases.ts';
import { listened, type Records, recordsIn } from './records.ts';

/** One computer with the real client and the real ledger, and one simulated service, on a clock that jumps. */
export type Place = {
  one: Case;
  clock: VirtualClock;
  world: World;
  /** A process that lives. */
  services: Services;
  records(): Promise<Records>;
  /** Another process on the same computer, which ends at its n-th step. */
  dying(dieAt: number): Services;
  /** From now on the service and the way to it have these faults. */
  weather(plan: FaultPlanName): void;
  /** Somebody signs in again. */
  signIn(): void;
  /** What went wrong while it went on, in words. */
  wrong: string[];
  /** The bodies of all live creates that left. */
  live: string[];
  /** Every task that a create made or changed, as it was made: its id and time. */
  effects: Set<string>;
};

export type Disk = { files: LedgerPorts['files']; folder: string };

const header: Omit<RunHeader, 'runId'> = {
  mode: 'live',
  endpoint,
  profile: null,
  source: { tenantId: tenants.sourceTenantId, name: 'Contoso' },
  target: { tenantId: tenants.targetTenantId, name: 'Fabrikam' },
  zone: 'Europe/Berlin',
  account: 'admin@contoso.com',
  machine: 'test',
  change: null,
  version: '0.0.0',
};

export function placeOf(one: Case, disk: Disk): Place {
  const { folder } = disk;
  const clock = new VirtualClock(noon);
  const world = worldOf(one);
  const random = fakeRandom(one.seed);
  const written = new Set<string>();
  const files = listened(disk.files, (id) => written.add(id));
  const { fetch, effects, wrong, live } = serviceOf(one, { world, clock, written });
  const signedIn = { serial: world.tokenSerial };
  const ledger = createLedger({ files, clock, random, folder });
  const services = { ...wired({ world, clock, random, fetch, signedIn }), ledger };
  return {
    one,
    clock,
    world,
    services,
    wrong,
    live,
    effects,
    records: () => recordsIn(disk, ledger),
    dying: (dieAt) => {
      const ports = mortal({ files, clock, random, graph: services.graph }, dieAt);
      return { ...services, ...ports, ledger: createLedger({ ...ports, folder }) };
    },
    weather: (plan) => {
      world.faults = { plan, seen: {} };
    },
    signIn: () => {
      signedIn.serial = world.tokenSerial;
    },
  };
}

type Wiring = { world: World; clock: VirtualClock; random: Random; fetch: Fetch; signedIn: { serial: number } };

function wired({ world, clock, random, fetch, signedIn }: Wiring): Omit<Services, 'ledger'> {
  const source = async ({ fresh = false } = {}) => {
    if (fresh) signedIn.serial = world.tokenSerial;
    return tokenFor(world, signedIn);
  };
  const graph = createGraphClient({ endpoint, tokens: { source }, fetch, clock, random, version: '0.0.0' });
  return { graph, clock, random, header: () => header };
}

type Watching = Pick<Wiring, 'world' | 'clock'> & { written: ReadonlySet<string> };

/** The way to the service. A live create that is not on disk when it leaves is noted as wrong. */
function serviceOf({ skewMs, proxySkewMs }: Case, { world, clock, written }: Watching) {
  const wrong: string[] = [];
  const live: string[] = [];
  const effects = new Set<string>();
  const simulator = createSimulator({
    world,
    now: () => clock.now() + skewMs,
    sleep: clock.sleep,
    onChange: ({ tasks }) => {
      for (const { id, acceptedAt } of tasks) effects.add(`${id} ${acceptedAt}`);
    },
  });
  const fetch: Fetch = async (url, init) => {
    if (init.body?.includes('"validateOnly":false')) {
      live.push(init.body);
      const id = init.headers['client-request-id'] ?? 'none';
      if (!written.has(id)) wrong.push(`the create ${id} left before it was on disk`);
    }
    return onTheWay(await simulator.handle(new Request(url, init)), proxySkewMs - skewMs);
  };
  return { fetch, effects, wrong, live };
}

/** A proxy's own page bears the time of the proxy. */
function onTheWay(response: Response, aheadMs: number): Response {
  if (response.headers.has('request-id')) return response;
  const date = Date.parse(response.headers.get('date') ?? '');
  response.headers.set('date', new Date(date + aheadMs).toUTCString());
  return response;
}

/** What an earlier attempt left in the service. */
export function leftBehind({ world, one: { key, move, skewMs } }: Place, status: 'failed' | 'cancelled'): void {
  const at = noon + skewMs - 3_600_000;
  const [kind] = key.split(':') as [StoredTask['move']['kind']];
  world.tasks.push({
    id: '0e11e000-0000-4000-8000-000000000001',
    move: { kind, key, parameters: {}, validateOnly: false, startAt: null, latestStartAt: null },
    echo: {},
    sourceUrl: kind === 'user' ? 'https://contoso-my.sharepoint.com/personal/x' : key.slice(kind.length + 1),
    targetUrl: move.endpoint,
    surprise: null,
    status,
    acceptedAt: at,
    readyAt: at,
    durationMs: 0,
    cancelAt: null,
    startedAt: at,
    updatedAt: at,
    finishedAt: at,
    error: null,
    failure: null,
  });
}
