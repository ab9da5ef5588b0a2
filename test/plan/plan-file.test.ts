import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planMove } from '../../src/plan/id.ts';
import { type PlanFile, type PlannedRow, planFileOf, planFileText } from '../../src/plan/plan-file.ts';
import { approvedPlan, foreignPlan, stalePlan } from '../../src/plan/plan-file-use.ts';
import { progress } from '../../src/plan/progress.ts';
import { readPlanFile } from '../../src/plan/read-plan-file.ts';
import type { Typed } from '../../src/plan/typed.ts';
import { exitCodeForFindings } from '../../src/problems/exit.ts';
import { arbitraryTyped } from './support/arbitrary.ts';
import { given, group, orgId, site, sourceId, user } from './support/given.ts';
import { berlin, sourceTenant } from './support/reading.ts';
import { faultsIn } from './support/wording.ts';

const endpoint = 'https://graph.microsoft.com/beta';
const tenants = { sourceTenantId: sourceTenant, targetTenantId: orgId };

const head = {
  createdAt: '2026-12-03T13:02:11Z',
  version: '1.0.0',
  mode: 'live' as const,
  endpoint,
  profile: 'c2f',
  source: { tenantId: sourceTenant, name: 'Contoso' },
  target: { tenantId: orgId, name: 'Fabrikam' },
  timeZone: 'Europe/Berlin',
  change: 'CHG 7',
};

const dryRun = {
  ok: true,
  status: 'completed',
  at: '2026-12-03T13:02:10.250Z',
  requestId: 'c1d2b3a4-0000-4000-8000-000000000001',
  clientRequestId: 'c1d2b3a4-0000-4000-8000-000000000002',
};

function rowOf(typed: Typed, row = 1): PlannedRow {
  const { plan } = progress(typed, berlin);
  if (plan === null) throw new Error('These answers make no plan');
  return { row, line: row === 1 ? null : row + 1, typed, move: planMove(plan, endpoint, tenants) };
}

const fileOf = (...all: Typed[]): PlanFile =>
  planFileOf(
    head,
    all.map((typed, index) => ({ ...rowOf(typed, index + 1), dryRun })),
  );

const timed = { ...user, start: '2026-12-05T22:00:00Z', latestStart: '2026-12-06T06:00:00Z' };
const one = fileOf(given(timed));
const byId = fileOf(given({ ...user, source: sourceId, sourceUpn: 'dana@contoso.com' }));
const byOrganization = fileOf(given({ ...site, targetHost: undefined, targetOrgId: orgId, targetLocation: 'FRA' }));
const three = fileOf(given(timed), given(site), given(group));

// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever there is
type Json = any;
const changed = (file: PlanFile, change: (json: Json) => void): string => {
  const json: Json = JSON.parse(planFileText(file));
  change(json);
  return JSON.stringify(json);
};

const read = (text: string) => {
  const result = readPlanFile(text);
  if (!result.ok) return expect.fail(JSON.stringify(result.error));
  return result.value;
};

const refused = (text: string) => {
  const result = readPlanFile(text);
  if (result.ok) return expect.fail('It was read');
  // Ids and addresses make a why as long as they are.
  for (const { what, next } of result.error) expect(faultsIn({ what, why: '.', next: next[0].do })).toEqual([]);
  return {
    codes: result.error.map(({ code }) => code),
    exit: exitCodeForFindings(result.error),
    findings: result.error,
  };
};

describe('a plan that is written and read again', () => {
  it('300 times has the same id, the same plan and the same request', () => {
    fc.assert(
      fc.property(arbitraryTyped, (typed) => {
        const { rows, file } = read(planFileText(fileOf(typed)));
        const before = rowOf(typed);
        expect(rows[0]?.move).toEqual(before.move);
        expect(file.planId).toBe(before.move.id);
        expect(file.rows[0]?.plan.values).toEqual(fileOf(rows[0]?.typed ?? {}).rows[0]?.plan.values);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its rows, their lines and where each value came from', () => {
    const { rows, file } = read(planFileText(three));
    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [1, null],
      [2, 3],
      [3, 4],
    ]);
    expect(rows[0]?.typed.source).toEqual({ text: 'dana@contoso.com', origin: 'flag' });
    expect(file.planId).not.toBe(file.rows[0]?.plan.id);
  });

  it('has its times as moments, whatever was typed', () => {
    const { rows } = fileOf(given({ ...user, start: 'sat 22:00' }));
    const start = rows[0]?.plan.values.find(({ name }) => name === 'start');
    expect(start?.value).toBe('2026-12-05T21:00:00Z');
  });

  it('is read with a mark at its beginning, and with fields that a newer version adds', () => {
    expect(read(`\uFEFF${planFileText(one)}`).file.planId).toBe(one.planId);
    const newer = changed(one, (json) => {
      json.approvals = [{ by: 'kim' }];
      json.source.region = 'EUR';
      json.rows[0].note = 'first';
      json.rows[0].plan.weight = 7;
      json.rows[0].plan.values[0].shown = 'User';
      json.rows[0].dryRun.tookMs = 5;
    });
    expect(read(newer).file.planId).toBe(one.planId);
  });
});

/** Every single value of a file, by the way that leads to it. */
const leavesOf = (value: Json, path: (string | number)[] = []): (string | number)[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) =>
        leavesOf(inner, [...path, Array.isArray(value) ? Number(name) : name]),
      )
    : [path];

/** Another value that may stand in the same place. */
function other(value: Json, path: string): Json {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 10;
  if (path.endsWith('.line')) return 9;
  if (value === null) return 'x';
  if (/^[0-9a-f]{64}$/.test(value)) return `${value.startsWith('0') ? '1' : '0'}${value.slice(1)}`;
  if (/At$|\.at$/.test(path)) return value.replace('2026', '2027');
  if (path.endsWith('mode')) return 'custom';
  if (path.endsWith('.origin')) return 'rule';
  if (path.endsWith('plan.type')) return value === 'user' ? 'site' : 'user';
  if (path.endsWith('.name') && path.includes('values')) return value === 'start' ? 'latestStart' : 'start';
  return value.endsWith('Z') ? value.replace('T', 'T1').replace('T12', 'T1').replace('T10', 'T2') : `${value}x`;
}

const set = (json: Json, path: (string | number)[], value: Json): void => {
  const last = path.at(-1) ?? '';
  path.slice(0, -1).reduce((inner, name) => inner[name], json)[last] = value;
};

const subjects = [
  { name: 'a person with times', file: one },
  { name: 'a person by object id', file: byId },
  { name: 'a site by organization id', file: byOrganization },
  { name: 'three rows', file: three },
];

const single = subjects.flatMap(({ name, file }) =>
  leavesOf(JSON.parse(planFileText(file)))
    .filter(([first]) => first !== 'schema' && first !== 'kind')
    .map((path) => ({ name: `${name}: ${path.join('.')}`, file, path })),
);

describe('one changed value', () => {
  it.each(single)('$name is refused as changed', ({ file, path }) => {
    const before = path.reduce((inner: Json, name) => inner[name], JSON.parse(planFileText(file)));
    const after = other(before, path.join('.'));
    expect(after).not.toEqual(before);
    const { exit, codes } = refused(changed(file, (json) => set(json, path, after)));
    expect({ exit, codes: [...new Set(codes)] }).toEqual({ exit: 9, codes: ['planChanged'] });
  });

  it.each(single.filter(({ path }) => path[0] !== 'checksum'))(
    '$name is refused when it is left out',
    ({ file, path }) => {
      const text = changed(file, (json) => set(json, path, undefined));
      expect([2, 9]).toContain(refused(text).exit);
    },
  );
});

describe('the difference', () => {
  const value = (json: Json, name: string) => json.rows[0].plan.values.find((one: Json) => one.name === name);
  const differences = [
    {
      name: 'another target in the values',
      change: (json: Json) => {
        value(json, 'target').value = 'kim@fabrikam.com';
      },
      field: 'target',
      why: 'The plan id stands for dana@fabrikam.com; the values in the file say kim@fabrikam.com.',
    },
    {
      name: 'another target in the request',
      change: (json: Json) => {
        json.rows[0].plan.request.body.parameters.targetUserIdentity.userPrincipalName = 'kim@fabrikam.com';
      },
      field: 'target',
      why: 'The plan id stands for dana@fabrikam.com; the request in the file says kim@fabrikam.com.',
    },
    {
      name: 'another start',
      change: (json: Json) => {
        value(json, 'start').value = '2026-12-05T08:00:00Z';
      },
      field: 'start',
      why: 'The plan id stands for 2026-12-05T22:00:00Z; the values in the file say 2026-12-05T08:00:00Z.',
    },
    {
      name: 'a start that was taken out',
      change: (json: Json) => {
        json.rows[0].plan.values = json.rows[0].plan.values.filter((one: Json) => one.name !== 'start');
      },
      field: 'start',
      why: 'The plan id stands for 2026-12-05T22:00:00Z; the values in the file say nothing.',
    },
    {
      name: 'a value that cannot be read',
      change: (json: Json) => {
        value(json, 'target').value = 'kim';
      },
      field: 'target',
      why: 'The plan id stands for dana@fabrikam.com; the values in the file say kim.',
    },
    {
      name: 'another address',
      change: (json: Json) => {
        json.endpoint = 'https://graph.contoso.com/beta';
      },
      field: 'command',
      why: /stands for POST https:\/\/graph\.microsoft\.com\/beta\/.*; the values in the file say POST https:\/\/graph\.contoso\.com\/beta\//,
    },
    {
      name: 'a dry run in place of the move',
      change: (json: Json) => {
        json.rows[0].plan.request.body.parameters.validateOnly = true;
      },
      field: 'plan',
      why: /another body/,
    },
    {
      name: 'another tenant',
      change: (json: Json) => {
        json.target.tenantId = sourceId;
      },
      field: 'tenant',
      why: new RegExp(`stands for others than source tenant ${sourceTenant} and target tenant ${sourceId}`),
    },
    {
      name: 'another id of the row',
      change: (json: Json) => {
        json.rows[0].plan.id = 'f'.repeat(64);
      },
      field: 'plan',
      why: `The values make ${one.planId}; the file says ${'f'.repeat(64)}.`,
    },
    {
      name: 'another id of the plan',
      change: (json: Json) => {
        json.planId = 'f'.repeat(64);
      },
      field: 'plan',
      why: `The rows make ${one.planId}; the file says ${'f'.repeat(64)}.`,
    },
    {
      name: 'another date',
      change: (json: Json) => {
        json.createdAt = '2026-12-09T13:02:11Z';
      },
      field: 'plan',
      why: /checksum no longer fits/,
    },
  ];

  it.each(differences)('says what $name is', ({ change, field, why }) => {
    const { findings } = refused(changed(one, change));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.field).toBe(field);
    expect(findings[0]?.why).toMatch(why);
  });

  it('names the row where there are several', () => {
    const { findings } = refused(
      changed(three, (json) => {
        json.rows[2].plan.values[1].value = 'finance-us';
      }),
    );
    expect(findings.map(({ what }) => what)).toEqual([
      'The plan is not the one that was checked: source in row 3 was changed. Nothing was sent.',
    ]);
  });

  it('shows nothing of a file that could reach a terminal as more than text', () => {
    const { findings } = refused(
      changed(one, (json) => {
        value(json, 'target').value = 'kim\u001b[2J@fabrikam.com';
      }),
    );
    expect(JSON.stringify(findings)).not.toContain('\\u001b');
  });

  it('stays when somebody makes the ids anew: then the plan id is another one', () => {
    const forged = fileOf(given({ ...timed, target: 'kim@fabrikam.com' }));
    expect(read(planFileText(forged)).file.planId).not.toBe(one.planId);
    expect(approvedPlan(forged, one.planId)).toMatchObject({ ok: false, error: { code: 'planNotApproved' } });
  });
});

describe('a file that is no plan', () => {
  const broken = [
    { name: 'nothing', text: '', why: /line 1, column 1/ },
    { name: 'a word', text: 'plan', why: /line 1, column 1/ },
    { name: 'half a file', text: planFileText(one).slice(0, 300), why: /line \d+, column \d+/ },
    { name: 'a comma too many', text: '{\n  "schema": "crossorg/1",\n}', why: /line 3, column 1/ },
    { name: 'a name twice', text: planFileText(one).replace('{', '{ "planId": "x",'), why: /there already/ },
    { name: 'a list', text: '[]', why: 'At the file there should be an object; there is a list.' },
    {
      name: 'another document of crossorg',
      text: changed(one, (json) => {
        json.kind = 'migrate';
      }),
      why: 'At kind there should be "plan"; there is "migrate".',
    },
    {
      name: 'a newer form',
      text: changed(one, (json) => {
        json.schema = 'crossorg/2';
      }),
      why: 'At schema there should be "crossorg/1"; there is "crossorg/2".',
    },
    {
      name: 'no rows',
      text: changed(one, (json) => {
        json.rows = [];
      }),
      why: 'At rows there should be at least one row; there is none.',
    },
    {
      name: 'two rows of one number',
      text: changed(three, (json) => {
        json.rows[2].row = 2;
      }),
      why: 'At rows[2].row there should be a number of its own; there is 2.',
    },
    {
      name: 'a short id',
      text: changed(one, (json) => {
        json.rows[0].plan.id = 'abc';
      }),
      why: 'At rows[0].plan.id there should be 64 hex digits; there is "abc".',
    },
    {
      name: 'a time without a zone',
      text: changed(one, (json) => {
        json.createdAt = '2026-12-03 13:02';
      }),
      why: /^At createdAt there should be a time in UTC/,
    },
  ];

  it.each(broken)('$name is unreadable, and it is said where', ({ text, why }) => {
    const { exit, codes, findings } = refused(text);
    expect({ exit, codes: [...new Set(codes)] }).toEqual({ exit: 2, codes: ['planFileUnreadable'] });
    expect(findings[0]?.why).toMatch(why);
  });

  it('whatever was done to its text, it is read as it was written or refused', () => {
    const text = planFileText(one);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), fc.nat(4), (at, put, cut) => {
        const result = readPlanFile(text.slice(0, at) + put + text.slice(at + cut));
        if (result.ok) expect(result.value.rows).toEqual(read(text).rows);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a plan of somewhere else', () => {
  const here = { ...head };
  const places = [
    { name: 'another mode', here: { mode: 'simulator' as const }, names: ['live', 'simulator'] },
    { name: 'another address', here: { endpoint: 'http://127.0.0.1:4000/beta' }, names: [endpoint, '127.0.0.1'] },
    { name: 'another profile', here: { profile: 'f2c' }, names: ['c2f', 'f2c'] },
    { name: 'no profile', here: { profile: null }, names: ['c2f', 'none'] },
    { name: 'another source tenant', here: { source: { tenantId: orgId, name: null } }, names: [sourceTenant, orgId] },
    { name: 'no known target', here: { target: { tenantId: null, name: null } }, names: [orgId, 'none'] },
  ];

  it.each(places)('$name is refused with both', ({ here: elsewhere, names }) => {
    const findings = foreignPlan(one, { ...here, ...elsewhere });
    expect(findings.map(({ code }) => code)).toEqual(['planForeign']);
    expect(exitCodeForFindings(findings)).toBe(9);
    for (const name of names) expect(findings[0]?.why).toContain(name);
  });

  it('is at home where everything that is known is the same, names of tenants apart', () => {
    expect(foreignPlan(one, { ...here, source: { tenantId: sourceTenant.toUpperCase(), name: 'C' } })).toEqual([]);
    expect(foreignPlan(one, {})).toEqual([]);
  });
});

describe('the age of a plan', () => {
  const rows = [rowOf(given(timed))];
  const made = Date.parse(head.createdAt);
  const day = 86_400_000;
  const ages = [
    { name: 'just made', at: made, codes: [] },
    { name: 'made on a clock that is ahead', at: made - day + 1, codes: [] },
    { name: 'dated two days ahead', at: made - 2 * day, codes: ['planTooOld'] },
    { name: 'right before its latest start', at: Date.parse('2026-12-06T05:59:59Z'), codes: [] },
    { name: 'at its latest start', at: Date.parse('2026-12-06T06:00:00Z'), codes: ['planPastLatestStart'] },
    { name: '7 days old', at: made + 7 * day, codes: ['planPastLatestStart'] },
    { name: 'older than 7 days', at: made + 7 * day + 1000, codes: ['planTooOld', 'planPastLatestStart'] },
  ];

  it.each(ages)('$name', ({ at, codes }) => {
    const findings = stalePlan(one, rows, { now: at, zone: 'Europe/Berlin' });
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(exitCodeForFindings(findings)).toBe(codes.length === 0 ? 0 : 9);
  });

  it('a plan without a latest start is good for exactly 7 days', () => {
    const free = [rowOf(given(user))];
    expect(stalePlan(one, free, { now: made + 7 * day, zone: 'UTC' })).toEqual([]);
    const [old] = stalePlan(one, free, { now: made + 8 * day, zone: 'UTC' });
    expect(old?.why).toBe(
      'It was made on Thu 3 Dec 2026 13:02 UTC, 8 d ago. Tenants move on: a plan is good for 7 days.',
    );
  });
});

describe('the approval', () => {
  const approvals = [
    { name: 'none', given: null, code: null },
    { name: 'the whole id', given: one.planId, code: null },
    { name: 'in capitals, with spaces around', given: ` ${one.planId.toUpperCase()} `, code: null },
    { name: 'what screens show', given: one.planId.slice(0, 12), code: null },
    { name: 'too little of it', given: one.planId.slice(0, 11), code: 'planIdUnreadable' },
    { name: 'more than an id', given: `${one.planId}0`, code: 'planIdUnreadable' },
    { name: 'a word', given: 'approved', code: 'planIdUnreadable' },
    { name: 'another id', given: three.planId, code: 'planNotApproved' },
    {
      name: 'another end',
      given: `${one.planId.slice(0, 63)}${one.planId.endsWith('0') ? '1' : '0'}`,
      code: 'planNotApproved',
    },
    { name: 'its end in place of its beginning', given: one.planId.slice(-12), code: 'planNotApproved' },
  ];

  it.each(approvals)('$name', ({ given: approved, code }) => {
    const result = approvedPlan(one, approved);
    expect(result.ok ? null : result.error.code).toBe(code);
  });

  it('of several rows covers all of them in their order', () => {
    const swapped = fileOf(given(site), given(timed), given(group));
    expect(approvedPlan(swapped, three.planId).ok).toBe(false);
  });
});
