import { createWorld } from '../../src/simulator/create-world.ts';
import type { Options } from '../../src/simulator/options.ts';
import type { ScenarioName } from '../../src/simulator/scenarios.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { tokenFor } from '../../src/simulator/tokens.ts';
import type { World } from '../../src/simulator/world.ts';
import type { WireParameters, WireTask } from '../../src/wire/task.ts';

export const startedAt = Date.UTC(2026, 11, 5, 14);
export const minute = 60_000;
export const migrations = 'https://graph.microsoft.com/beta/solutions/sharePoint/migrations';
export const tasksUrl = `${migrations}/crossOrganizationMigrationTasks`;

export type Told = {
  status: number;
  headers: Headers;
  body: WireTask & Record<string, unknown>;
  code: string;
  message: string;
};

/** Talks to one simulator on a clock that stands still until it is moved. */
export class Driver {
  now = startedAt;
  readonly world: World;
  readonly slept: number[] = [];
  readonly changes: string[] = [];
  readonly simulator;

  constructor(scenario: ScenarioName = 'clean', { seed = 1, ...options }: Partial<Options> & { seed?: number } = {}) {
    this.world = createWorld({ scenario, seed, startedAt });
    Object.assign(this.world.options, options);
    this.simulator = createSimulator({
      world: this.world,
      now: () => this.now,
      sleep: async (ms) => {
        this.slept.push(ms);
      },
      onChange: (world) => this.changes.push(JSON.stringify(world)),
    });
  }

  pass(minutes: number): void {
    this.now += minutes * minute;
  }

  raw(
    method: string,
    url: string,
    init: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal } = {},
  ) {
    const { body, headers = {}, signal } = init;
    const authorization = `Bearer ${tokenFor(this.world)}`;
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    return this.simulator.handle(
      new Request(url, {
        method,
        headers: { authorization, ...type, ...headers },
        ...sent,
        ...(signal ? { signal } : {}),
      }),
    );
  }

  async call(method: string, url: string, init: Parameters<Driver['raw']>[2] = {}): Promise<Told> {
    const response = await this.raw(method, url, init);
    const text = await response.text();
    const body = text === '' ? {} : JSON.parse(text);
    const { code = '', message = '' } = response.ok ? {} : body.error;
    return { status: response.status, headers: response.headers, body, code, message };
  }

  create = (parameters: WireParameters) => this.call('POST', tasksUrl, { body: { parameters } });
  dryRun = (parameters: WireParameters) => this.create({ ...parameters, validateOnly: true });
  read = (id = '') => this.call('GET', `${tasksUrl}/${id}`);
  cancel = (id = '') => this.call('POST', `${tasksUrl}/${id}/cancel`);
  readUser = (upn: string, query = '') =>
    this.call('GET', `${tasksUrl}/getBySourceUserPrincipalName(sourcePrincipalName='${literal(upn)}')${query}`);
  readSite = (url: string) => this.call('GET', `${tasksUrl}/getBySourceSiteUrl(sourceSiteUrl='${literal(url)}')`);
  readGroup = (name: string) =>
    this.call('GET', `${tasksUrl}/getBySourceGroupMailNickname(sourceGroupMailNickname='${literal(name)}')`);
}

export const literal = (text: string): string => encodeURIComponent(text.replaceAll("'", "''"));

const host = { targetOrganizationHost: 'https://fabrikam-my.sharepoint.com' };

/** The move of a person to the account of the same name, unless another one is given. */
export const user = (
  name: string,
  different: WireParameters = {},
  target = `${name}@fabrikam.com`,
): WireParameters => ({
  '@odata.type': '#microsoft.graph.sharePointUserMigrationTaskParameters',
  ...host,
  sourceUserIdentity: { userPrincipalName: name.includes('@') ? name : `${name}@contoso.com` },
  targetUserIdentity: { userPrincipalName: target },
  ...different,
});

export const site = (path: string, different: WireParameters = {}): WireParameters => ({
  '@odata.type': '#microsoft.graph.sharePointSiteMigrationTaskParameters',
  ...host,
  sourceSiteUrl: `https://contoso.sharepoint.com${path}`,
  targetSiteUrl: `https://fabrikam.sharepoint.com${path}`,
  ...different,
});

export const group = (name: string, target = name): WireParameters => ({
  '@odata.type': '#microsoft.graph.sharePointGroupMigrationTaskParameters',
  ...host,
  sourceGroupIdentity: { mailNickname: name },
  targetGroupIdentity: { mailNickname: target },
});
