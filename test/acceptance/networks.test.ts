import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { userMove } from '../support/moves.ts';
import { test } from '../support/program.ts';
import { InspectingProxy } from '../support/proxy.ts';
import { type Place, serving } from '../support/served.ts';

let graph: Place;
let proxy: InspectingProxy;
let root: string;
beforeAll(async () => {
  graph = await serving();
  const { origin } = new URL(graph.computer.env.CROSSORG_GRAPH_URL ?? '');
  proxy = await InspectingProxy.start({ hosts: { 'graph.microsoft.com': { to: origin } } });
  root = join(graph.computer.folder, 'root.pem');
  writeFileSync(root, proxy.root);
});
afterAll(async () => {
  await proxy.close();
  await graph.close();
});

const dryRun = [...userMove(), '--dry-run', '--json'];
const around = () => ({ CROSSORG_ACCESS_TOKEN: graph.token, HTTPS_PROXY: proxy.url });

describe.concurrent('the built program behind a proxy that inspects', () => {
  test.for([
    { name: 'in a file that Node is told of', env: () => ({ NODE_EXTRA_CA_CERTS: root }) },
    { name: 'in the store of the system', env: () => ({ SSL_CERT_FILE: root }) },
  ])('reaches Graph when the root is $name', async ({ env }, { start }) => {
    const program = start(dryRun, { ...around(), ...env() });
    expect(await program.ended()).toBe(0);
    expect(JSON.parse(program.out)).toMatchObject({ mode: 'live', dryRun: { ok: true } });
    expect(program.err).not.toMatch(/warning/i);
  });

  test('says what is wrong when nobody has the root', async ({ start }) => {
    const program = start(dryRun, around());
    await program.ended();
    const { findings } = JSON.parse(program.out);
    expect(findings.map(({ code }: { code: string }) => code)).toContain('networkTls');
    expect(JSON.stringify(findings)).toContain('NODE_EXTRA_CA_CERTS');
  });
});
