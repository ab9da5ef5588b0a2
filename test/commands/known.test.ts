import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { knownDrafts } from '../../src/commands/known-drafts.ts';
import { knownWork } from '../../src/commands/known-work.ts';
import { createRecall } from '../../src/commands/recall.ts';
import { openDrafts, openLedger } from '../../src/commands/session.ts';
import { typedAs } from '../../src/plan/typed.ts';
import { nodeClock } from '../../src/ports/node-clock.ts';
import { createNodeFiles } from '../../src/ports/node-files.ts';
import type { Ports } from '../../src/ports/ports.ts';
import type { Place } from '../../src/wizard/screens.ts';
import { fakeRandom } from '../runtime/fake-ports.ts';
import { userPlan } from '../runtime/moves.ts';
import { intended, openedWith } from '../store/support.ts';
import { fakePorts } from '../support/ports.ts';
import { aTask } from '../support/tasks.ts';

let folder: string;
let ports: Ports;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossorg-known-'));
  const folders = { config: join(folder, 'config'), state: join(folder, 'state') };
  const random = fakeRandom(1);
  const files = createNodeFiles({ clock: nodeClock, random, platform: 'linux' });
  ports = fakePorts({ files, folders, random }).ports;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const placeOf = (profile: string | null): Place => ({
  id: 'x',
  name: profile ?? 'Brought token',
  about: '',
  status: '',
  mode: 'live',
  profile,
  facts: [],
});

/** A create that nobody answered, of a move with this profile. */
async function openRun(name: string, profile: string | null): Promise<void> {
  const file = await openLedger('live', ports, ports.clock).create();
  if (!file.ok) throw new Error(file.error.why);
  const opened = openedWith(file.value.runId, [userPlan(name)]);
  if (opened.kind !== 'opened') throw new Error('a run begins with its opening');
  const typed = typedAs('typed', { source: `${name}@contoso.com` });
  const rows = opened.rows.map((row) => ({ ...row, typed }));
  file.value.append({ ...opened, rows, header: { ...opened.header, profile } });
  file.value.append(intended());
  file.value.close();
}

const profiles = ['c2f', 'n2f', null];

test('drafts, open work and earlier answers of one profile are not those of another', async () => {
  for (const profile of profiles) {
    const name = profile ?? 'nobody';
    await openDrafts({ mode: 'live', profile }, ports)
      .keeper(`d-${name}`, 'https://graph.microsoft.com/beta')
      .save(typedAs('typed', { type: 'user', source: `${name}@contoso.com` }));
    await openRun(name, profile);
  }
  const ledger = openLedger('live', ports, ports.clock);
  for (const profile of profiles) {
    const label = `${profile ?? 'nobody'}@contoso.com`;
    expect((await knownDrafts(placeOf(profile), ports)).map((draft) => draft.label)).toEqual([label]);
    expect((await knownWork(placeOf(profile), ports)).map((work) => work.label)).toEqual([label]);
    const recall = createRecall(ledger, profile);
    await expect.poll(() => recall.of('source')).toEqual([label]);
  }
});

/** The first rows of a run accepted, and the others not sent. */
async function stoppedRun(names: readonly string[], accepted: number): Promise<string> {
  const file = await openLedger('live', ports, ports.clock).create();
  if (!file.ok) throw new Error(file.error.why);
  const opened = openedWith(
    file.value.runId,
    names.map((name) => userPlan(name)),
  );
  if (opened.kind !== 'opened') throw new Error('a run begins with its opening');
  file.value.append({ ...opened, header: { ...opened.header, profile: 'c2f' } });
  const ids = { requestId: null, clientRequestId: null };
  for (let row = 1; row <= accepted; row += 1)
    file.value.append({ kind: 'accepted', at: 1, row, task: aTask(), ids, findings: [] });
  file.value.close();
  return file.value.runId;
}

test('a run of many rows is one piece of work, with its counts and the command that leads back', async () => {
  const runId = await stoppedRun(['ana', 'bo', 'dana'], 1);
  expect(await knownWork(placeOf('c2f'), ports)).toEqual([
    {
      runId,
      label: runId,
      state: 'queued',
      when: '',
      many: { counts: '1 of 3 submitted, 2 not sent', left: 2 },
      command: `crossorg resume ${runId} --profile c2f`,
    },
  ]);
});

test('a run of many rows is counted, and not read', async () => {
  const runId = await stoppedRun(['ana', 'bo'], 2);
  const path = join(folder, 'state', 'runs', `${runId}.sqlite`);
  const database = await ports.files.database(path);
  database.run("INSERT INTO entries (at, kind, body) VALUES (2, 'accepted', '{}')");
  database.close();
  expect((await openLedger('live', ports, ports.clock).read(runId)).ok).toBe(false);
  expect(await knownWork(placeOf('c2f'), ports)).toMatchObject([{ runId, many: { counts: expect.any(String) } }]);
});
