import { createGraphClient } from '../../../src/graph/create-client.ts';
import { createPace, usualBudget } from '../../../src/graph/pace.ts';
import { ConfirmedMove } from '../../../src/plan/confirmed.ts';
import { planMove } from '../../../src/plan/id.ts';
import { typedAs } from '../../../src/plan/typed.ts';
import type { Services } from '../../../src/runtime/services.ts';
import type { WaveRow } from '../../../src/runtime/wave/submit-wave.ts';
import type { WaveNews } from '../../../src/runtime/wave/wave-news.ts';
import { createWorld } from '../../../src/simulator/create-world.ts';
import { deliver } from '../../../src/simulator/delivery.ts';
import { exchange } from '../../../src/simulator/exchange.ts';
import type { ScenarioName } from '../../../src/simulator/scenarios.ts';
import { tokenFor } from '../../../src/simulator/tokens.ts';
import { createLedger } from '../../../src/store/ledger.ts';
import type { RunHeader } from '../../../src/wave/entry.ts';
import { foldEntries } from '../../../src/wave/run-state.ts';
import { recordsIn } from '../../attacks/records.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { userPlan } from '../../tasks/moves.ts';
import { fakeRandom } from '../fake-ports.ts';
import { memoryFiles } from '../memory-files.ts';
import { mortal } from '../mortal.ts';

export const endpoint = 'https://graph.microsoft.com/beta';
const noon = Date.UTC(2026, 11, 5, 12);
const folder = 'runs';

/** A service and a computer on a clock that jumps; many processes may work on it, one after the other. */
export function wavePlace(scenario: ScenarioName, { seed = 1, budget = usualBudget } = {}) {
  const clock = new VirtualClock(noon);
  const world = createWorld({ scenario, seed, startedAt: noon });
  const random = fakeRandom(seed);
  const tenants = { sourceTenantId: world.source.id, targetTenantId: world.target.id };
  const header: Omit<RunHeader, 'runId'> = {
    mode: 'live',
    endpoint,
    profile: null,
    source: { tenantId: world.source.id, name: 'Contoso' },
    target: { tenantId: world.target.id, name: 'Fabrikam' },
    zone: 'UTC',
    account: 'admin@contoso.com',
    machine: 'test',
    change: null,
    version: '0.0.0',
  };
  const files = memoryFiles();
  /** A process with its own connection, budget and view of the disk. */
  const process = (isDead = () => false): Services => {
    const pace = createPace(clock, budget);
    const graph = createGraphClient({
      endpoint,
      clock,
      random,
      pace,
      isBatching: true,
      version: '0.0.0',
      tokens: { source: async () => tokenFor(world, { now: clock.now(), serial: world.tokenSerial }) },
      fetch: async (url, { method, headers, body, signal }) => {
        // Whatever of a dead process still runs in this one reaches nobody.
        if (isDead()) throw new TypeError('fetch failed');
        const lower = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]));
        return await deliver(
          exchange(world, { method, url, headers: lower, body: body ?? null }, clock.now()),
          clock.sleep,
          signal,
        );
      },
    });
    const ledger = createLedger({ files, clock, random, folder });
    return { graph, ledger, clock, random, header: () => header };
  };
  /** A process that ends at its n-th step. */
  const dying = (dieAt: number): Services => {
    let isDead = (): boolean => false;
    const services = process(() => isDead());
    const {
      graph,
      clock: own,
      random: dice,
      ...ports
    } = mortal({ files, clock, random, graph: services.graph }, dieAt);
    ({ isDead } = ports);
    const ledger = createLedger({ files: ports.files, clock: own, random: dice, folder });
    return { ...services, graph, clock: own, random: dice, ledger };
  };
  const moveOf = (number: number) => {
    const name = `user${String(number).padStart(4, '0')}`;
    const plan = {
      ...userPlan,
      source: { by: 'upn' as const, upn: `${name}@contoso.com` },
      target: { by: 'upn' as const, upn: `${name}@fabrikam.com` },
    };
    const typed = typedAs(`file:${number + 1}`, {
      type: 'user',
      source: plan.source.upn,
      target: plan.target.upn,
      targetHost: 'https://fabrikam-my.sharepoint.com',
    });
    return { move: planMove(plan, endpoint, tenants), typed };
  };
  const rows = (count: number, first = 1): WaveRow[] => {
    const plans = Array.from({ length: count }, (_, at) => ({ row: at + 1, line: at + 2, ...moveOf(at + first) }));
    const checked = plans.map((plan) => ({
      ...plan,
      dryRun: {
        planId: plan.move.id,
        at: clock.now(),
        status: 'completed',
        requestId: null,
        clientRequestId: random.guid(),
      },
    }));
    const confirmed = ConfirmedMove.confirmAll(checked, {
      word: String(count),
      expected: String(count),
      now: clock.now(),
    });
    if (!confirmed.ok) throw new Error(confirmed.error.what);
    return checked.map((row, at) => ({ ...row, confirmed: confirmed.value[at] as ConfirmedMove }));
  };
  const run = async (runId: string) => {
    const entries = await process().ledger.read(runId);
    if (!entries.ok) throw new Error(entries.error.what);
    return { entries: entries.value, rows: foldEntries(entries.value).rows };
  };
  const records = () => recordsIn({ files, folder }, process().ledger);
  return { clock, world, process, dying, rows, run, records };
}

export type WavePlace = ReturnType<typeof wavePlace>;

/** Hears what happens, and may stop when something does. */
export function listener() {
  const news: WaveNews[] = [];
  const abort = new AbortController();
  return { news, abort, conduct: { signal: abort.signal, onNews: (one: WaveNews) => void news.push(one) } };
}
