import { createGraphClient } from '../../src/graph/create-client.ts';
import { createSend, type SendOptions } from '../../src/graph/send.ts';
import { ConfirmedMove } from '../../src/plan/confirmed.ts';
import type { Finding } from '../../src/plan/finding.ts';
import { planMove } from '../../src/plan/id.ts';
import type { Plan, PlannedMove } from '../../src/plan/plan.ts';
import { explain } from '../../src/problems/explain.ts';
import type { Failure } from '../../src/problems/failure.ts';
import { runDryRun } from '../../src/runtime/dry-run.ts';
import { createWorld } from '../../src/simulator/create-world.ts';
import type { ScenarioName } from '../../src/simulator/scenarios.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { type TokenOptions, tokenFor } from '../../src/simulator/tokens.ts';
import type { World } from '../../src/simulator/world.ts';
import type { Task } from '../../src/tasks/task.ts';
import type { RunHeader } from '../../src/wave/entry.ts';
import { taskFinding } from '../../src/wizard/task-finding.ts';
import { fakeRandom } from '../runtime/fake-ports.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { minute, startedAt } from './driver.ts';

const endpoint = 'https://graph.microsoft.com/beta';
const migrations = `${endpoint}/solutions/sharePoint/migrations`;
const clientRequestId = '77c22222-0000-4000-8000-000000000002';

type Kind = Plan['type'];
export type Wanted = { scenario?: ScenarioName; seed?: number; token?: TokenOptions };

/** The real client in front of one simulated service, on a clock that jumps over every wait. */
export class Caller {
  readonly clock = new VirtualClock(startedAt);
  readonly world: World;
  readonly client;
  readonly #send;

  constructor({ scenario = 'clean', seed = 1, token = {} }: Wanted = {}) {
    const { clock } = this;
    this.world = createWorld({ scenario, seed, startedAt });
    const { world } = this;
    const simulator = createSimulator({ world, now: clock.now, sleep: clock.sleep });
    let serial = world.tokenSerial;
    const options: SendOptions = {
      endpoint,
      tokens: {
        source: async ({ fresh = false } = {}) => {
          if (fresh) serial = world.tokenSerial;
          return tokenFor(world, { serial, ...token });
        },
      },
      fetch: (url, init) => simulator.handle(new Request(url, init)),
      clock,
      random: fakeRandom(),
      version: '0.0.0',
    };
    this.client = createGraphClient(options);
    this.#send = createSend(options);
  }

  create = (move: PlannedMove) => this.client.create(confirmed(move, this.clock.now()), clientRequestId);

  /** Creates and returns the task, or fails the test. */
  async created(move: PlannedMove): Promise<Task & { id: string }> {
    const reply = await this.create(move);
    if (!reply.ok || reply.value.value.id === null) throw new Error(`No task was made: ${JSON.stringify(reply)}`);
    return { ...reply.value.value, id: reply.value.value.id };
  }

  async read(id: string): Promise<Task> {
    const reply = await this.client.taskById(id);
    if (!reply.ok) throw new Error(`The task was not read: ${JSON.stringify(reply.error)}`);
    return reply.value.value;
  }

  /** What a look each minute shows, until the task is final or a time is over. */
  async follow(move: PlannedMove, minutes = 60): Promise<Task[]> {
    const looks: Task[] = [await this.created(move)];
    for (let passed = 0; passed < minutes && !looks.at(-1)?.final; passed++) {
      this.clock.pass(minute);
      looks.push(await this.read(looks[0]?.id ?? ''));
    }
    return looks;
  }

  /** The client has no call for mappings yet, so what it sends calls with is asked. */
  mapping = (upn: string) =>
    this.#send({
      call: 'mapping',
      method: 'GET',
      url: `${migrations}/crossOrganizationUserMappings(sourceUserPrincipalName='${encodeURIComponent(upn)}')`,
      headers: {},
      repeatable: true,
      clientRequestId: null,
    });
}

/** A way to meet trouble: what one call comes to in words, null when it goes well. */
export type Way = (caller: Caller, move: PlannedMove) => Promise<Finding | null>;

type Replied = { ok: true } | { ok: false; error: Failure };
const told = (reply: Replied): Finding | null => (reply.ok ? null : explain(reply.error));

export const ways = {
  'dry run': async ({ client, clock, world }, move) => {
    const header = () => ({ source: world.source, target: world.target }) as unknown as RunHeader;
    const report = await runDryRun({ graph: client, clock, header }, move, []);
    return report.findings[0] ?? null;
  },
  create: async (caller, move) => told(await caller.create(move)),
  'create, once more while it runs': async (caller, move) => {
    await caller.created(move);
    caller.clock.pass(5 * minute);
    return told(await caller.create(move));
  },
  'create after a read': async (caller, move) => {
    await caller.client.taskById('3ed63333-0000-4000-8000-000000000003');
    return told(await caller.create(move));
  },
  'create and follow': async (caller, move) => {
    const looks = await caller.follow(move);
    return looks.map((task) => taskFinding(task, move, none)).find((finding) => finding !== null) ?? null;
  },
  'read by id': async ({ client }) => told(await client.taskById('3ed63333-0000-4000-8000-000000000003')),
  'cancel while it runs': async (caller, move) => {
    const { id } = await caller.created(move);
    caller.clock.pass(5 * minute);
    return told(await caller.client.cancel(id));
  },
  'read the mapping': async (caller, { plan }) =>
    told(await caller.mapping(plan.type === 'user' && plan.source.by === 'upn' ? plan.source.upn : '')),
} as const satisfies Record<string, Way>;

const none = { source: { tenantId: null, name: null }, target: { tenantId: null, name: null } };

function confirmed(move: PlannedMove, now: number): ConfirmedMove {
  const dryRun = { planId: move.id, at: now, status: 'completed', requestId: null, clientRequestId };
  const result = ConfirmedMove.confirm(move, { word: 'yes', expected: 'yes', dryRun, now });
  if (!result.ok) throw new Error(result.error.what);
  return result.value;
}

type Common = Pick<Plan, 'destination' | 'start' | 'latestStart'>;

const plans: Record<Kind, (name: string, target: string, common: Common) => Plan> = {
  user: (name, target, common) => ({
    type: 'user',
    source: { by: 'upn', upn: `${name}@contoso.com` },
    sourceUpn: null,
    target: { by: 'upn', upn: target.includes('@') ? target : `${target}@fabrikam.com` },
    ...common,
  }),
  site: (name, target, common) => ({
    type: 'site',
    source: { url: `https://contoso.sharepoint.com/sites/${name}` },
    target: { url: `https://fabrikam.sharepoint.com/sites/${target}` },
    ...common,
  }),
  group: (name, target, common) => ({
    type: 'group',
    source: { mailNickname: name },
    target: { mailNickname: target },
    ...common,
  }),
};

export type MoveOptions = { kind?: Kind; target?: string; host?: string; latestStart?: number | null };

/** The move of a person, site or group to the same name, unless another target or host is given. */
export function moveOf(name: string, options: MoveOptions = {}): PlannedMove {
  const { kind = 'user', target = name, host = 'fabrikam-my', latestStart = null } = options;
  const destination = { by: 'host', host: `https://${host}.sharepoint.com` } as const;
  const plan = plans[kind](name, target, { destination, start: 'now', latestStart });
  return planMove(plan, endpoint, { sourceTenantId: null, targetTenantId: null });
}
