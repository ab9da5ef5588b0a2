import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGraphClient } from '../../src/graph/create-client.ts';
import { ConfirmedMove } from '../../src/plan/confirmed.ts';
import { planMove } from '../../src/plan/id.ts';
import { nodeClock, nodeRandom } from '../../src/ports/node-clock.ts';
import { simulatedClock } from '../../src/simulator/clock.ts';
import { createWorld } from '../../src/simulator/create-world.ts';
import { serveSimulator } from '../../src/simulator/http.ts';
import type { World } from '../../src/simulator/world.ts';
import { userPlan } from '../tasks/moves.ts';

const program = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));

/** The simulator's slow story answers after so long. */
const slowMs = 12_000;

export type SlowService = { world: World; url: string; token: string; close(): Promise<void> };

/** A service over HTTP that answers every request after so many milliseconds, and turns none away. */
export async function slowService(latencyMs: number): Promise<SlowService> {
  const epoch = Date.now();
  const speed = slowMs / latencyMs;
  const world = createWorld({ scenario: 'slow', startedAt: epoch, speed });
  const { now: realNow, sleep: realSleep } = nodeClock;
  const clock = simulatedClock({ epoch, realEpoch: epoch, speed, realNow, realSleep });
  const { url, token, close } = await serveSimulator({ world, port: 0, clock });
  return { world, url, token, close };
}

/** How long the two parts of a wave took, in milliseconds. */
export type Took = { checkMs: number; submitMs: number };

const upnOf = (number: number, domain: string): string => `user${String(number).padStart(4, '0')}@${domain}.com`;

const csvOf = (rows: number): string =>
  ['type,source,target,targetHost']
    .concat(
      Array.from(
        { length: rows },
        (_, at) => `user,${upnOf(at + 1, 'contoso')},${upnOf(at + 1, 'fabrikam')},https://fabrikam-my.sharepoint.com`,
      ),
    )
    .join('\n');

/** The built program checks and submits so many rows; what it says as it goes tells how long its parts took. */
export async function waveAgainst({ url, token }: SlowService, rows: number): Promise<Took> {
  const folder = mkdtempSync(join(tmpdir(), 'crossorg-rate-'));
  const file = join(folder, 'wave.csv');
  writeFileSync(file, csvOf(rows));
  const { PATH = '', SystemRoot = '' } = process.env;
  const env = {
    ...{ PATH, SystemRoot, HOME: folder, CROSSORG_STATE_DIR: folder, CROSSORG_CONFIG_DIR: folder },
    ...{ CROSSORG_GRAPH_URL: url, CROSSORG_ACCESS_TOKEN: token },
  };
  const argv = ['wave', file, '--confirm', String(rows), '--events', '--budget', '1000000'];
  try {
    return await timed([program, ...argv], env, rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(argv: readonly string[], env: Record<string, string>, rows: number): Promise<Took> {
  const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const seen = new Map<string, { first: number; last: number; count: number }>();
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const at = performance.now();
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const { event } = JSON.parse(line) as { event: string };
      const { first = at, count = 0 } = seen.get(event) ?? {};
      seen.set(event, { first, last: at, count: count + 1 });
    }
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const [checked, dryRun, accepted] = ['checked', 'dryRun', 'accepted'].map((name) => seen.get(name));
      if (code !== 0 || !checked || !dryRun || accepted?.count !== rows)
        reject(new Error(`It ended with ${code} after ${accepted?.count ?? 0} of ${rows} rows`));
      else resolve({ checkMs: dryRun.last - checked.first, submitMs: accepted.last - dryRun.last });
    });
  });
}

/** The same calls, one after another: a look and a dry run of each row, then a look and a create of each. */
export async function oneAfterAnother({ world, url, token }: SlowService, rows: number): Promise<Took> {
  const client = createGraphClient({
    endpoint: url,
    tokens: { source: async () => token },
    fetch: (address, init) => fetch(address, init),
    clock: nodeClock,
    random: nodeRandom,
    version: '0.0.0',
  });
  const tenants = { sourceTenantId: world.source.id, targetTenantId: null };
  const moves = Array.from({ length: rows }, (_, at) => {
    const [source, target] = [upnOf(9_999 - at, 'contoso'), upnOf(9_999 - at, 'fabrikam')];
    const plan = {
      ...userPlan,
      source: { by: 'upn' as const, upn: source },
      target: { by: 'upn' as const, upn: target },
    };
    return { upn: source, move: planMove(plan, url, tenants) };
  });
  const from = performance.now();
  for (const { upn, move } of moves) {
    await client.taskBySource({ type: 'user', upn });
    await client.validate(move);
  }
  const between = performance.now();
  for (const { upn, move } of moves) {
    await client.taskBySource({ type: 'user', upn });
    const dryRun = { planId: move.id, at: Date.now(), status: 'completed', requestId: null, clientRequestId: 'x' };
    const confirmed = ConfirmedMove.confirm(move, { word: 'yes', expected: 'yes', dryRun, now: Date.now() });
    const made = confirmed.ok ? await client.create(confirmed.value, nodeRandom.guid()) : null;
    if (!made?.ok) throw new Error('A create of the comparison was refused');
  }
  return { checkMs: between - from, submitMs: performance.now() - between };
}
