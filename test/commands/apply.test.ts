import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planFileOf, planFileText } from '../../src/plan/plan-file.ts';
import { readPlanFile } from '../../src/plan/read-plan-file.ts';
import { CommandLine } from '../support/command-line.ts';
import { diskFull, failingAt } from '../support/failing-disk.ts';
import { confirmed, groupMove, simulated, siteMove, userMove } from '../support/moves.ts';
import { serving } from '../support/served.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const orgId = '78d010af-72cb-412f-8779-18ce9b5f553b';
const hour = 3_600_000;

const pathOf = (name = 'plan.json') => join(computer.folder, name);
const sim = (...argv: string[]) => computer.run([...argv, ...simulated, '--json']);
const creates = () => computer.world.log.filter(({ kind }) => kind === 'create').length;
const apply = (...more: string[]) => computer.run(['apply', pathOf(), ...more, '--json']);

async function save(argv = userMove(), name = 'plan.json', more: string[] = []) {
  const told = await sim(...argv, '--dry-run', '--plan-out', pathOf(name), ...more);
  expect(told.exitCode).toBe(0);
  return told.json;
}

// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever there is
type Json = any;
const fileAt = (name = 'plan.json'): Json => JSON.parse(readFileSync(pathOf(name), 'utf8'));
function edit(change: (json: Json) => void): void {
  const json = fileAt();
  change(json);
  writeFileSync(pathOf(), JSON.stringify(json));
}

/** One file with the rows of several, as a wave has it. */
async function saveTogether(...moves: string[][]): Promise<string> {
  const rows = [];
  for (const [index, argv] of moves.entries()) {
    await save(argv, `${index}.json`);
    const read = readPlanFile(readFileSync(pathOf(`${index}.json`), 'utf8'));
    const [row] = read.ok ? read.value.rows : [];
    if (row) rows.push({ ...row, row: index + 1, line: index + 2, dryRun: null });
  }
  const { planId: _, rows: __, checksum: ___, schema: ____, kind: _____, ...head } = fileAt('0.json');
  const file = planFileOf(head, rows);
  writeFileSync(pathOf(), planFileText(file));
  return file.planId;
}

describe('a plan that was saved', () => {
  test('says where it is and how it is submitted, and holds nothing back', async () => {
    const json = await save(userMove(), 'plan.json', ['--change', 'CHG 7']);
    expect(json.planFile).toBe(pathOf());
    expect(json.next[0].command).toBe(
      `crossorg apply ${pathOf()} --plan-id ${json.plan.id.slice(0, 12)} --confirm yes --simulator`,
    );
    expect(fileAt()).toMatchObject({
      schema: 'crossorg/1',
      kind: 'plan',
      mode: 'simulator',
      profile: null,
      source: json.source,
      target: json.target,
      timeZone: 'Europe/Berlin',
      change: 'CHG 7',
      planId: json.plan.id,
      rows: [{ row: 1, line: null, plan: json.plan, dryRun: json.dryRun }],
    });
  });

  test('is submitted and watched, with the change number it was made for', async () => {
    const { plan } = await save(userMove(), 'plan.json', ['--change', 'CHG 7']);
    const { exitCode, json } = await apply(...confirmed, '--watch', '--plan-id', plan.id);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ kind: 'run', submitted: 1, counts: { completed: 1 }, failedFile: null, findings: [] });
    expect(json).toMatchObject({ planId: plan.id, dryRun: { ok: true }, next: [], mode: 'simulator' });
    expect(json.rows).toMatchObject([{ row: 1, plan: plan.id, source: 'dana@contoso.com', state: 'completed' }]);
    const { runs } = (await sim('runs')).json;
    expect(runs).toMatchObject([{ run: json.run, change: 'CHG 7' }]);
  });

  test('without --watch ends with its queued task and the way back', async () => {
    await save();
    const { json } = await apply(...confirmed);
    expect(json).toMatchObject({ exitCode: 0, counts: { queued: 1 } });
    expect(json.next).toEqual([{ do: 'Watch it.', who: 'you', command: `crossorg watch ${json.run} --simulator` }]);
  });

  test('tells its story in events, the same as a migration does', async () => {
    await save();
    const { events } = await computer.run(['apply', pathOf(), ...confirmed, '--watch', '--events']);
    const names = events.map(({ event }) => event).filter((event, index, all) => event !== all[index - 1]);
    expect(names).toEqual(['started', 'checked', 'dryRun', 'intended', 'accepted', 'state', 'summary']);
    for (const event of events.slice(1, -1)) expect(event.row).toBe(1);
    expect(events.at(-1)).toMatchObject({ kind: 'run', exitCode: 0, counts: { completed: 1 } });
  });

  test('in lines has its task on standard output and the rest beside it', async () => {
    await save();
    const { out, err } = await computer.run(['apply', pathOf(), ...confirmed]);
    expect(out).toMatch(/^[0-9a-f-]{36} {2}Queued {2}dana@contoso\.com/);
    for (const line of ['SIMULATOR: from Contoso', 'Dry run: ready.', 'Submitting 1 migration.', 'Watch it. crossorg'])
      expect(err).toContain(line);
  });

  test('is dry-run again and stops there with --dry-run', async () => {
    await save();
    const { exitCode, json } = await apply('--dry-run');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ run: null, submitted: 0, counts: { draft: 1 }, dryRun: { ok: true } });
    expect(json.next[0].do).toContain('--confirm yes');
    expect(creates()).toBe(0);
  });

  test('is not submitted when the dry run finds something by now', async () => {
    await save();
    await sim(...userMove('dana', 'dana@fabrikam.com'), ...confirmed, '--watch');
    const { exitCode, json, codes } = await apply(...confirmed);
    expect({ exitCode, codes }).toEqual({ exitCode: 9, codes: ['MnASiteMoveIsInprogressOrFinished'] });
    expect(json).toMatchObject({ run: null, submitted: 0 });
    expect(creates()).toBe(1);
  });

  test('goes to the zone, the change and the place of flags first', async () => {
    await save();
    const { json } = await apply(...confirmed, '--time-zone', 'Asia/Tokyo', '--change', 'CHG 8');
    expect(json.timeZone).toBe('Asia/Tokyo');
    expect((await sim('runs')).json.runs).toMatchObject([{ change: 'CHG 8' }]);
  });
});

const kinds = [
  { name: 'a person', argv: userMove() },
  { name: 'a person with times', argv: [...userMove(), '--start', '+3h', '--latest-start', '2026-12-24T06:00Z'] },
  { name: 'a site', argv: siteMove() },
  { name: 'a group', argv: groupMove() },
  {
    name: 'a person in a data location',
    argv: [...userMove().slice(0, 5), '--target-org-id', orgId, '--target-location', 'default'],
  },
];

test.each(kinds)('$name: the body that was shown is the body that is sent', async ({ argv }) => {
  const place = await serving();
  try {
    const file = join(place.computer.folder, 'plan.json');
    const shown = await place.computer.run([...argv, '--dry-run', '--plan-out', file, '--json']);
    expect(shown.exitCode).toBe(0);
    const sent: Json[] = [];
    const told = await place.computer.run(['apply', file, ...confirmed, '--json'], {
      fetch: (url, init) => {
        if (init.method === 'POST') sent.push({ url, body: JSON.parse(init.body ?? '') });
        return fetch(url, init);
      },
    });
    expect(told.exitCode).toBe(0);
    const { url, body } = shown.json.plan.request;
    const live = sent.filter(({ body: { parameters } }) => parameters.validateOnly === false);
    expect(live).toEqual([{ url, body }]);
    expect(sent).toHaveLength(2);
    expect(told.json.rows[0].plan).toBe(shown.json.plan.id);
  } finally {
    await place.close();
  }
});

describe('the confirmation', () => {
  const words = [
    { name: 'none', argv: [], exitCode: 2, code: 'confirmMissing' },
    { name: 'another word', argv: ['--confirm', 'y'], exitCode: 3, code: 'confirmWord' },
    { name: 'the number of other rows', argv: ['--confirm', '2'], exitCode: 3, code: 'confirmWord' },
    { name: 'an empty word', argv: ['--confirm='], exitCode: 3, code: 'confirmWord' },
  ];

  test.each(words)('$name submits nothing and asks nobody', async ({ argv, exitCode, code }) => {
    await save();
    const before = computer.world.requests;
    const told = await apply(...argv);
    expect(told).toMatchObject({ exitCode, codes: [code] });
    expect(told.json.findings[0].next[0].do).toContain('--confirm yes');
    expect(computer.world.requests).toBe(before);
  });

  test('may be the number one', async () => {
    await save();
    expect(await apply('--confirm', '1')).toMatchObject({ exitCode: 0, json: { submitted: 1 } });
  });
});

describe('the approval', () => {
  test.each([12, 20, 64])('%i digits of the right id let it pass', async (digits) => {
    const { plan } = await save();
    expect(await apply(...confirmed, '--plan-id', plan.id.slice(0, digits))).toMatchObject({ exitCode: 0 });
  });

  const wrong = [
    { name: 'another id', id: 'f'.repeat(64), exitCode: 9, code: 'planNotApproved' },
    { name: 'too few digits', id: '032a190', exitCode: 2, code: 'planIdUnreadable' },
    { name: 'a word', id: 'approved', exitCode: 2, code: 'planIdUnreadable' },
  ];

  test.each(wrong)('$name refuses it before anything is asked', async ({ id, exitCode, code }) => {
    await save();
    const before = computer.world.requests;
    expect(await apply(...confirmed, '--plan-id', id)).toMatchObject({ exitCode, codes: [code] });
    expect(computer.world.requests).toBe(before);
  });

  test('holds against a file that was changed together with its ids', async () => {
    const { plan } = await save();
    await save(userMove('kim'), 'kim.json');
    writeFileSync(pathOf(), readFileSync(pathOf('kim.json')));
    const told = await apply(...confirmed, '--plan-id', plan.id);
    expect(told).toMatchObject({ exitCode: 9, codes: ['planNotApproved'] });
    expect(told.json.findings[0].why).toContain(plan.id);
    expect(creates()).toBe(0);
  });
});

describe('a changed file', () => {
  const given = (json: Json, name: string) => json.rows[0].plan.values.find((one: Json) => one.name === name);
  const edits: readonly { name: string; change: (json: Json) => void; why: string }[] = [
    {
      name: 'the target',
      change: (json) => {
        given(json, 'target').value = 'kim@fabrikam.com';
      },
      why: 'dana@fabrikam.com; the values in the file say kim@fabrikam.com',
    },
    {
      name: 'the source',
      change: (json) => {
        given(json, 'source').value = 'kim@contoso.com';
      },
      why: 'dana@contoso.com; the values in the file say kim@contoso.com',
    },
    {
      name: 'the host',
      change: (json) => {
        given(json, 'targetHost').value = 'https://evil-my.sharepoint.com';
      },
      why: 'https://fabrikam-my.sharepoint.com; the values in the file say https://evil-my.sharepoint.com',
    },
    {
      name: 'the start',
      change: (json) => {
        given(json, 'start').value = '2026-12-06T08:00:00Z';
      },
      why: 'nothing; the values in the file say 2026-12-06T08:00:00Z',
    },
    {
      name: 'the source tenant',
      change: (json) => {
        json.source.tenantId = orgId;
      },
      why: `source tenant ${orgId}`,
    },
    {
      name: 'the address',
      change: (json) => {
        json.endpoint = 'https://graph.microsoft.com/beta';
      },
      why: 'https://graph.microsoft.com/beta',
    },
    {
      name: 'the date',
      change: (json) => {
        json.createdAt = '2026-12-05T12:00:07Z';
      },
      why: 'checksum',
    },
    {
      name: 'the change number',
      change: (json) => {
        json.change = 'CHG 9';
      },
      why: 'the change number',
    },
  ];

  test.each(edits)('$name is refused with the difference, and nothing is asked', async ({ change, why }) => {
    await save();
    const before = computer.world.requests;
    edit(change);
    const told = await apply(...confirmed);
    expect(told).toMatchObject({ exitCode: 9, codes: ['planChanged'] });
    expect(told.json.findings[0].why).toContain(why);
    expect(computer.world.requests).toBe(before);
  });

  test('that is no JSON any more names the place', async () => {
    await save();
    writeFileSync(pathOf(), readFileSync(pathOf(), 'utf8').replace('"rows"', 'rows'));
    const told = await apply(...confirmed);
    expect(told).toMatchObject({ exitCode: 2, codes: ['planFileUnreadable'] });
    expect(told.json.findings[0].why).toMatch(/^At line \d+, column 3 /);
  });

  test('with fields that nobody knows is submitted', async () => {
    await save();
    edit((json) => {
      json.approvedBy = 'kim';
    });
    expect(await apply(...confirmed)).toMatchObject({ exitCode: 0 });
  });
});

describe('a foreign plan', () => {
  const elsewhere = 'http://127.0.0.1:4000/beta';
  const places = [
    { name: 'another Graph by flag', argv: ['--graph-url', elsewhere], env: {} },
    { name: 'another Graph by variable', argv: [], env: { CROSSORG_GRAPH_URL: elsewhere } },
  ];

  test.each(places)('of the simulator does not go to $name', async ({ argv, env }) => {
    await save();
    const more = { env: { CROSSORG_ACCESS_TOKEN: 'opaque', ...env } };
    const told = await computer.run(['apply', pathOf(), ...confirmed, ...argv, '--json'], more);
    expect(told).toMatchObject({ exitCode: 9, calls: [] });
    expect(told.codes).toEqual(['planForeign', 'planForeign']);
    expect(told.json.findings.map(({ why }: { why: string }) => why).join(' ')).toContain('simulator');
  });

  test('of a tenant does not go to the simulator, to another address or to another tenant', async () => {
    const place = await serving();
    try {
      const file = join(place.computer.folder, 'plan.json');
      await place.computer.run([...userMove(), '--dry-run', '--plan-out', file]);
      const ways = [['--simulator'], ['--graph-url', elsewhere], ['--source-tenant', orgId]];
      for (const way of ways) {
        const told = await place.computer.run(['apply', file, ...confirmed, ...way, '--json']);
        expect(told).toMatchObject({ exitCode: 9, calls: [] });
        expect(new Set(told.codes)).toEqual(new Set(['planForeign']));
      }
    } finally {
      await place.close();
    }
  });

  test('never chooses who gets the token: its address is not taken from the file', async () => {
    const place = await serving();
    try {
      const file = join(place.computer.folder, 'plan.json');
      await place.computer.run([...userMove(), '--dry-run', '--plan-out', file]);
      const told = await place.computer.run(['apply', file, ...confirmed, '--json'], {
        env: { CROSSORG_GRAPH_URL: undefined },
      });
      expect(told).toMatchObject({ exitCode: 9, calls: [] });
    } finally {
      await place.close();
    }
  });

  test('of another simulated world is refused by its tenants', async () => {
    await save();
    const read = readPlanFile(readFileSync(pathOf(), 'utf8'));
    if (!read.ok) throw new Error('The plan cannot be read');
    const { file, rows } = read.value;
    const { planMove } = await import('../../src/plan/id.ts');
    const source = { tenantId: orgId, name: 'Contoso' };
    const moved = rows.map((row) => ({
      ...row,
      move: planMove(row.move.plan, file.endpoint, { ...row.move.tenants, sourceTenantId: orgId }),
      dryRun: null,
    }));
    writeFileSync(pathOf(), planFileText(planFileOf({ ...file, source }, moved)));
    const told = await apply(...confirmed);
    expect(told).toMatchObject({ exitCode: 9, codes: ['planForeign'] });
    expect(told.json.findings[0].why).toContain(orgId);
  });
});

describe('an old plan', () => {
  test('of more than 7 days is refused', async () => {
    await save();
    computer.pass(3 * hour);
    const told = await apply(...confirmed);
    expect(told).toMatchObject({ exitCode: 9, codes: ['planTooOld'] });
    expect(told.json.findings[0].why).toContain('7 days');
    expect(creates()).toBe(0);
  });

  test('past its latest start is refused, however young it is', async () => {
    await save([...userMove(), '--latest-start', '+2h']);
    computer.pass(hour / 10);
    const told = await apply(...confirmed, '--dry-run');
    expect(told).toMatchObject({ exitCode: 9, codes: ['planPastLatestStart'] });
  });

  test('whose start has passed goes with a warning', async () => {
    await save([...userMove(), '--start', '+2h']);
    computer.pass(hour / 10);
    expect(await apply(...confirmed)).toMatchObject({ exitCode: 0, codes: ['startInPast'] });
  });
});

const unopened = [
  { name: 'no file is named', argv: ['apply'], exitCode: 2, code: 'planFileNotNamed' },
  { name: 'the file is not there', argv: ['apply', '/nowhere/plan.json'], exitCode: 2, code: 'planFileMissing' },
  { name: 'the file is a folder', argv: ['apply', '/'], exitCode: 2, code: 'planFileMissing' },
];

test.each(unopened)('$name: it is said', async ({ argv, exitCode, code }) => {
  expect(await computer.run([...argv, '--json'])).toMatchObject({ exitCode, codes: [code] });
});

describe('--plan-out', () => {
  test('writes over an older file of the same plan only', async () => {
    await save();
    const first = fileAt().createdAt;
    computer.pass(60_000);
    await save();
    expect(fileAt().createdAt > first).toBe(true);
    const before = readFileSync(pathOf(), 'utf8');
    const other = await sim(...userMove('kim'), '--dry-run', '--plan-out', pathOf());
    expect(other).toMatchObject({ exitCode: 2, codes: ['planFileExists'] });
    expect(readFileSync(pathOf(), 'utf8')).toBe(before);
  });

  test('leaves any other file alone, and nothing is submitted', async () => {
    writeFileSync(pathOf(), 'notes');
    const told = await sim(...userMove(), ...confirmed, '--plan-out', pathOf());
    expect(told).toMatchObject({ exitCode: 2, codes: ['planFileExists'] });
    expect(readFileSync(pathOf(), 'utf8')).toBe('notes');
    expect(creates()).toBe(0);
  });

  test('into a place that cannot be written submits nothing', async () => {
    writeFileSync(pathOf(), 'a file');
    const told = await sim(...userMove(), ...confirmed, '--plan-out', join(pathOf(), 'plan.json'));
    expect(told).toMatchObject({ exitCode: 2, codes: ['planFileNotWritten'] });
    expect(creates()).toBe(0);
  });

  test('saves before it submits, when both are asked for', async () => {
    const told = await sim(...userMove(), ...confirmed, '--plan-out', pathOf());
    expect(told).toMatchObject({ exitCode: 0, json: { submitted: 1, planFile: pathOf() } });
    expect(fileAt().planId).toBe(told.json.plan.id);
  });

  test('saves nothing that is not ready, and says so', async () => {
    const lines = await computer.run([...userMove('omar'), ...simulated, '--dry-run', '--plan-out', pathOf()]);
    expect(lines.exitCode).toBe(3);
    expect(lines.err).toContain('The plan was not saved');
    const { json } = await sim(...userMove('omar'), '--dry-run', '--plan-out', pathOf());
    expect(json).toMatchObject({ exitCode: 3, planFile: null });
    expect(() => fileAt()).toThrow('ENOENT');
  });

  test('alone in a terminal is refused, because the wizard would not know of it', async () => {
    const told = await computer.run([...userMove(), ...simulated, '--plan-out', pathOf()], { terminal: true });
    expect(told.exitCode).toBe(2);
    expect(told.err).toContain('--plan-out');
  });
});

describe('a file of several rows', () => {
  test('is one run: each row is sent once, with one confirmation', async () => {
    const id = await saveTogether(userMove(), siteMove(), groupMove());
    const { exitCode, json } = await apply('--confirm', '3', '--plan-id', id, '--watch');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ planId: id, submitted: 3, counts: { completed: 3 }, dryRun: null, next: [] });
    expect(json.rows).toMatchObject([
      { row: 1, line: 2, source: 'dana@contoso.com', dryRun: { ok: true } },
      { row: 2, line: 3, source: 'https://contoso.sharepoint.com/sites/IT' },
      { row: 3, line: 4, source: 'finance-eu' },
    ]);
    expect((await sim('runs')).json.runs).toMatchObject([{ run: json.run, counts: { completed: 3 } }]);
    expect(creates()).toBe(3);
  });

  test('is confirmed with its number and nothing else', async () => {
    await saveTogether(userMove(), siteMove());
    for (const word of ['yes', '1', '3']) {
      const told = await apply('--confirm', word);
      expect(told).toMatchObject({ exitCode: 3, codes: ['confirmWord'] });
      expect(told.json.findings[0].next[0].do).toContain('--confirm 2');
    }
    expect(creates()).toBe(0);
  });

  test('goes as a whole or not at all', async () => {
    await saveTogether(userMove(), userMove('kim'));
    await sim(...userMove('kim'), ...confirmed, '--watch');
    const told = await apply('--confirm', '2');
    expect(told).toMatchObject({ exitCode: 9, json: { run: null, submitted: 0, counts: { draft: 2 } } });
    expect(told.json.rows[0].findings).toEqual([]);
    expect(told.json.rows[1].findings).not.toEqual([]);
    expect(creates()).toBe(1);
  });

  test('tells of each row by its number', async () => {
    await saveTogether(userMove(), siteMove());
    const { events } = await computer.run(['apply', pathOf(), '--confirm', '2', '--events']);
    // Rows overtake each other; each has its own steps in order.
    for (const number of [1, 2])
      expect(events.slice(1, -1).flatMap(({ event, row }) => (row === number ? [event] : []))).toEqual([
        ...['checked', 'dryRun', 'intended', 'accepted'],
      ]);
  });

  test('watched to different ends is mixed', async () => {
    await saveTogether(userMove(), userMove('milo'));
    const told = await apply('--confirm', '2', '--watch');
    expect(told).toMatchObject({ exitCode: 5, json: { counts: { completed: 1, failed: 1 } } });
    expect(told.codes).toContain('MnAMoveJobCreationFailed');
  });

  test('after a crash is gone on with by resume, without a second task', async () => {
    await saveTogether(userMove(), siteMove());
    const argv = ['apply', pathOf(), '--confirm', '2', '--json'];
    const dead = await computer.run(argv, { files: failingAt('accepted', new Error('the power went')) });
    expect(dead).toMatchObject({ exitCode: 1, codes: ['fault'] });
    const gone = await sim('resume');
    expect(gone).toMatchObject({ exitCode: 0, json: { submitted: 2, counts: { queued: 2 } } });
    expect(computer.world.tasks).toHaveLength(2);
    expect(creates()).toBe(2);
  });

  test('stopped in its middle names the way back, and resume sends the rest', async () => {
    await saveTogether(...Array.from({ length: 12 }, (_, at) => userMove(`user00${at + 10}`)));
    const argv = ['apply', pathOf(), '--confirm', '12', '--events'];
    const told = await computer.run(argv, { stopAt: '"event":"accepted"' });
    expect(told.exitCode).toBe(130);
    const { next, run } = told.events.at(-1) as Json;
    expect(next.map(({ command }: { command: string }) => command)).toContain(`crossorg resume ${run} --simulator`);
    expect(creates()).toBeLessThan(12);
    expect(await sim('resume', run)).toMatchObject({ exitCode: 0, json: { submitted: 12 } });
    expect(creates()).toBe(12);
  });
});

describe('trouble on the way', () => {
  test('an answer that was lost is 7, and resume finds out', async () => {
    await save();
    const told = await apply(...confirmed, '--scenario', 'lost-before', '--simulator');
    expect(told).toMatchObject({
      exitCode: 7,
      codes: ['unconfirmed', 'networkReset'],
      json: { counts: { unconfirmed: 1 } },
    });
    expect(told.json.next.map(({ command }: { command: string }) => command)).toContain(
      `crossorg resume ${told.json.run} --simulator`,
    );
  });

  test('a full disk ends it with a finding', async () => {
    await save();
    const argv = ['apply', pathOf(), ...confirmed, '--json'];
    const told = await computer.run(argv, { files: failingAt('accepted', diskFull) });
    expect(told).toMatchObject({ exitCode: 1, codes: ['ledgerStopped'] });
  });

  test('a time limit while it is watched is 8, and the way back is named', async () => {
    await save([...userMove(), '--start', '+3h']);
    const told = await apply(...confirmed, '--watch', '--timeout', '1h');
    expect(told).toMatchObject({ exitCode: 8, codes: ['watchTimedOut'], json: { counts: { queued: 1 } } });
  });

  test('Ctrl+C before the word submits nothing', async () => {
    await save();
    const argv = ['apply', pathOf(), ...confirmed, '--events'];
    const told = await computer.run(argv, { stopAt: '"event":"checked"' });
    expect(told.exitCode).toBe(130);
    expect(told.events.at(-1)).toMatchObject({ run: null, submitted: 0 });
    expect(creates()).toBe(0);
  });
});
