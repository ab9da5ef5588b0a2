import { describe, expect, it } from 'vitest';
import { readSheet, ruledRows, type SheetRow } from '../../../src/wave/csv/sheet.ts';
import { template } from '../../../src/wave/csv/write.ts';
import { profileWith } from '../../support/profiles.ts';
import { longFile } from './long-file.ts';
import { bytesOf, findingsIn, noon, optionsIn, type Place, read } from './reading.ts';

const host = 'https://fabrikam-my.sharepoint.com';

const originsOf = ({ typed }: SheetRow): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).map(([id, { origin }]) => [id, origin]));

const textsOf = ({ typed }: SheetRow): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).map(([id, { text }]) => [id, text]));

const rowsOf = (text: string, place?: Place): readonly SheetRow[] => {
  const { rows, findings } = read(text, place);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return rows;
};

describe('a wave file', () => {
  it('has rows of all three types, each by its own rules', () => {
    const rows = rowsOf(
      [
        'type,source,target,targetHost',
        `user,ana@contoso.com,ana@fabrikam.com,${host}`,
        `SITE,https://contoso.sharepoint.com/sites/IT,https://fabrikam.sharepoint.com/sites/IT,${host}`,
        `Group,finance-eu,finance-eu,fabrikam.sharepoint.com`,
      ].join('\n'),
    );
    expect(rows.map(({ plan }) => plan?.type)).toEqual(['user', 'site', 'group']);
    expect(rows.map(({ plan }) => plan?.destination)).toEqual([1, 2, 3].map(() => ({ by: 'host', host })));
  });

  it('says of each value which line it is from', () => {
    const [first, second] = rowsOf(
      `\nsource,target,start\nana@contoso.com,,sat 22:00\n"ben@contoso.com",benny@fabrikam.com,\n`,
      { profile: profileWith({ window: '22:00-06:00' }), flags: { type: 'user' } },
    );
    expect(first && originsOf(first)).toMatchObject({
      source: 'file:3',
      start: 'file:3',
      type: 'flag',
      target: 'rule',
      targetHost: 'profile',
      latestStart: 'profile',
    });
    expect(second && originsOf(second)).toMatchObject({ source: 'file:4', target: 'file:4', start: 'profile' });
  });

  it('stands above flags, and flags above the profile', () => {
    const [own, byFlag] = rowsOf(
      'type,source,target,targetHost\nuser,a@contoso.com,a@fabrikam.com,fabrikam.sharepoint.com\nuser,b@contoso.com,,',
      {
        profile: profileWith({ targetHosts: 'https://fabrikam.sharepoint.com,https://fabrikameur.sharepoint.com' }),
        flags: { targetHost: 'https://fabrikameur-my.sharepoint.com' },
      },
    );
    expect(own && originsOf(own).targetHost).toBe('file:2');
    expect(byFlag && originsOf(byFlag).targetHost).toBe('flag');
    expect(byFlag?.plan?.destination).toEqual({ by: 'host', host: 'https://fabrikameur-my.sharepoint.com' });
    expect(byFlag && textsOf(byFlag).target).toBe('b@fabrikam.com');
  });

  it('takes an empty cell for nothing said', () => {
    const [row] = rowsOf(
      `type,source,target,targetHost,start,latestStart\nuser,a@contoso.com,a@fabrikam.com,${host}, ,`,
      {
        flags: { start: 'sat 22:00', latestStart: 'sun 06:00' },
      },
    );
    expect(row && originsOf(row)).toMatchObject({ start: 'flag', latestStart: 'flag' });
    expect(row?.plan).toMatchObject({
      start: Date.UTC(2026, 11, 5, 21),
      latestStart: Date.UTC(2026, 11, 6, 5),
    });
  });

  it('means by one text of a time one moment, on every line and whenever it is read again', () => {
    const line = (name: string) => `user,${name}@contoso.com,${name}@fabrikam.com,${host},+3h`;
    const rows = rowsOf(['type,source,target,targetHost,start', line('a'), line('b')].join('\n'));
    expect(rows.map(({ plan }) => plan?.start)).toEqual([noon + 3 * 3_600_000, noon + 3 * 3_600_000]);
    expect(rows.map((row) => textsOf(row).start)).toEqual(['2026-12-05T15:00:00Z', '2026-12-05T15:00:00Z']);
  });

  it('counts the targets that only the naming rule named', () => {
    const sheet = read(
      'type,source,target\nuser,a@contoso.com,\nuser,b@contoso.com,benny@fabrikam.com\nuser,c@contoso.com,\n',
      {
        profile: profileWith(),
      },
    );
    expect(ruledRows(sheet)).toBe(2);
  });

  it('begins with a template that reads without an error', () => {
    const sheet = readSheet(bytesOf(template()), optionsIn());
    expect(findingsIn(sheet).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(sheet.rows.map(({ plan }) => plan?.type)).toEqual(['user', 'site', 'group']);
  });
});

describe('a file that is no list of moves', () => {
  it('is turned away by its size before it is read', () => {
    const { rows, findings } = readSheet(new Uint8Array(20_000_001).fill(0x78), optionsIn());
    expect(rows).toEqual([]);
    expect(findings.map(({ code, what }) => [code, what])).toEqual([
      ['fileUnreadable', 'The file has 20 MB, and is not read.'],
    ]);
  });

  it('is not repeated in what is said of it', () => {
    const long = 'x'.repeat(1_000_000);
    for (const text of [long, `type,source\nuser,${long}\n`, `source,${long}\n${long}\n`, `source\n"${long}\n`])
      expect(JSON.stringify(findingsIn(read(text))).length).toBeLessThan(30_000);
  });
});

/** Four times what is promised: a build machine may be slow, and do other things. */
const mostMs = 2_000;

describe('5,000 rows', () => {
  it.each([
    { name: 'in order', file: longFile(5_000), place: {}, plans: 5_000 },
    {
      name: 'with a profile, its rule and its window',
      file: longFile(5_000, 'bare'),
      place: { profile: profileWith({ window: '22:00-06:00' }), flags: { type: 'user' } },
      plans: 5_000,
    },
    { name: 'with three slips in each', file: longFile(5_000, 'wrong'), place: {}, plans: 0 },
    {
      name: 'with all that can be wrong in each, and a profile',
      file: longFile(5_000, 'broken'),
      place: { profile: profileWith() },
      plans: 0,
    },
    { name: 'which are all the same', file: longFile(5_000, 'same'), place: {}, plans: 1 },
    {
      name: 'with one open quote',
      file: longFile(5_000).replace('user2501@contoso.com', '"user2501@contoso.com'),
      place: {},
      plans: 4_999,
    },
  ])('are read and checked fast: $name', ({ file, place, plans }) => {
    const bytes = bytesOf(file);
    const from = performance.now();
    const { rows } = readSheet(bytes, optionsIn(place));
    expect(performance.now() - from).toBeLessThan(mostMs);
    expect(rows.filter(({ plan }) => plan !== null)).toHaveLength(plans);
  });
});
