import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvReport } from '../../../src/frontends/report/csv.ts';
import { reportDocument } from '../../../src/frontends/report/document.ts';
import { htmlReport } from '../../../src/frontends/report/html.ts';
import { markdownReport } from '../../../src/frontends/report/markdown.ts';
import { peopleFile } from '../../../src/frontends/report/people.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { groupPlan, objectIdPlan, sitePlan, userPlan } from '../../runtime/moves.ts';
import { reportFor, ways } from '../../wave/report-run.ts';
import { hostileNames } from './hostile.ts';
import { hostileReport, next, singleReport, waveReport } from './run.ts';

const forms = [
  { name: 'md', write: markdownReport },
  { name: 'csv', write: csvReport },
  { name: 'html', write: htmlReport },
  {
    name: 'json',
    write: (...told: Parameters<typeof reportDocument>) => `${JSON.stringify(reportDocument(...told), null, 2)}\n`,
  },
] as const;

describe.each(forms)('a report as $name', ({ name, write }) => {
  test('of a wave is the one that was read by eye', async () => {
    await expect(write(waveReport(), next)).toMatchFileSnapshot(`./expected/wave.${name}`);
  });

  test('of one move on the simulator is the one that was read by eye, and says SIMULATOR', async () => {
    const text = write(singleReport(), []);
    expect(text).toContain('SIMULATOR');
    await expect(text).toMatchFileSnapshot(`./expected/single.${name}`);
  });

  test('of a live run does not say SIMULATOR, and of another host says CUSTOM', () => {
    expect(write(waveReport(), [])).not.toContain('SIMULATOR');
    expect(write({ ...waveReport(), mode: 'custom' }, [])).toContain('CUSTOM');
  });

  test('holds nothing that steers a terminal or turns text around, whatever things are called', () => {
    expect(write(hostileReport(), []).replaceAll(/\r?\n/g, '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  test('of 5,000 rows is written in a few seconds', () => {
    const stories = Array.from({ length: 5_000 }, (_, index) => ({ plan: userPlan(`p${index}`), facts: ways.failed }));
    const report = reportFor(stories);
    const before = performance.now();
    expect(write(report, []).length).toBeGreaterThan(500_000);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

/** What a spreadsheet takes for the beginning of a formula. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]/u;

const cellsOf = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });

describe('CSV', () => {
  test('begins with the mark of UTF-8, and every line ends as RFC 4180 wants', () => {
    const text = csvReport(waveReport());
    expect(text.startsWith('\uFEFFmode,run,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has a line for each move and the same cells on each', () => {
    const [head = [], ...rows] = cellsOf(csvReport(waveReport()));
    expect(rows.map((row) => row[head.indexOf('state')])).toEqual([
      'completed',
      'queued',
      'failed',
      'draft',
      'unconfirmed',
    ]);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]));
    expect(new Set(head).size).toBe(head.length);
  });

  test('holds no cell that a spreadsheet reads as a formula, also where the separator is a semicolon', () => {
    const report = csvReport(hostileReport());
    for (const cell of [...cellsOf(report), ...cellsOf(peopleFile(hostileReport()).text)].flat()) {
      expect(cell).not.toMatch(formula);
      for (const part of cell.split(';')) expect(part).not.toMatch(formula);
    }
    expect(cellsOf(report)).toHaveLength(hostileNames.length + 1);
  });

  test('keeps every name readable: only an apostrophe is added', () => {
    const [head = [], row = []] = cellsOf(csvReport(hostileReport()));
    expect(row[head.indexOf('source')]).toBe(`'${hostileNames[0]}`);
    const names = cellsOf(csvReport(hostileReport())).map((cells) => cells[head.indexOf('source')]);
    expect(names).toContain('a"b""c');
    expect(names).toContain("a;'=1+1");
    expect(names).toContain('דנה@contoso.com');
  });
});

describe('HTML', () => {
  const pages = [
    { name: 'a wave', page: () => htmlReport(waveReport(), next) },
    { name: 'hostile names', page: () => htmlReport(hostileReport(), next) },
  ];
  test.each(pages)('of $name holds no script, and loads nothing', ({ page }) => {
    const html = page();
    expect(html).not.toMatch(/<script|<iframe|<img|<link|<object|<embed|<form|@import|url\(/i);
    expect(html).not.toMatch(/<[^>]*\s(on\w+|src|srcset|style)\s*=/i);
    expect(
      [...html.matchAll(/<a href="([^"]*)" rel="noreferrer">/g)].every(([, link]) =>
        link?.startsWith('https://learn.microsoft.com/'),
      ),
    ).toBe(true);
    expect(html.match(/<a /g)?.length ?? 0).toBe(html.match(/rel="noreferrer"/g)?.length ?? 0);
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<meta http-equiv="Content-Security-Policy"/g)).toHaveLength(1);
  });

  test('has only the tags of the page itself, each closed, whatever things are called', () => {
    const html = htmlReport(hostileReport(), next);
    const tags = [...html.replace(/<style>[^<]*<\/style>/, '').matchAll(/<(\/?)([a-z0-9]+)/g)];
    const open: string[] = [];
    for (const [, slash, tag = ''] of tags) {
      if (tag === 'meta') continue;
      if (slash === '') open.push(tag);
      else expect(open.pop()).toBe(tag);
    }
    expect(open).toEqual([]);
    const known =
      'a bdi body caption code dd div dl dt h1 h2 h3 head html li main p section table tbody td th thead title tr ul meta';
    expect([...new Set(tags.map(([, , tag]) => tag))].filter((tag) => !known.split(' ').includes(tag ?? ''))).toEqual(
      [],
    );
  });

  test('names its columns and rows for those who hear it read out', () => {
    const html = htmlReport(waveReport(), next);
    const tables = html.match(/<table>/g)?.length ?? 0;
    expect(html.match(/<caption>/g)).toHaveLength(tables);
    expect(html).not.toMatch(/<th>|<thead>(?!<tr><th scope="col">)/);
    expect(html).toMatch(/<html lang="en">/);
  });
});

describe('Markdown', () => {
  test('has as many cells in each line of a table as in its head, whatever things are called', () => {
    const tables = markdownReport(hostileReport(), next)
      .split(/\n(?!\|)/)
      .flatMap((part) => (part.includes('\n|') || part.startsWith('|') ? [part] : []));
    const cells = (line: string) => line.split('|').length;
    expect(tables.length).toBeGreaterThan(hostileNames.length);
    for (const table of tables) {
      const lines = table.split('\n').filter((line) => line.startsWith('|'));
      expect(new Set(lines.map(cells)).size).toBe(1);
    }
  });

  test('holds no tag, picture or link that a name brought', () => {
    const text = markdownReport(hostileReport(), next).replaceAll(/`[^`\n]*`/g, '');
    expect(text).not.toMatch(/<(?!https:\/\/learn\.microsoft\.com\/)/);
    expect(text).not.toMatch(/[[\]\\~]/);
  });
});

describe('the people file', () => {
  test('holds no formula either', () => {
    const person = (name: string): Plan => ({
      ...(userPlan('x') as Extract<Plan, { type: 'user' }>),
      source: { by: 'upn', upn: name },
      target: { by: 'upn', upn: name },
    });
    const { text } = peopleFile(reportFor(hostileNames.map((name) => ({ plan: person(name), facts: [] }))));
    const cells = cellsOf(text);
    expect(cells).toHaveLength(hostileNames.length + 1);
    for (const cell of cells.flat()) for (const part of cell.split(';')) expect(part).not.toMatch(formula);
  });

  const stories = [
    { plan: userPlan('dana'), facts: ways.completed },
    { plan: objectIdPlan('1', 'kim@contoso.com'), facts: ways.failed },
    { plan: objectIdPlan('2'), facts: ways.queued },
    { plan: sitePlan('IT'), facts: ways.completed },
    { plan: groupPlan('it'), facts: ways.completed },
  ];

  test('has old address, new address and state of each person, and says who is not in it', () => {
    const { text, ...counts } = peopleFile(reportFor(stories));
    expect(text).toBe(
      '\uFEFFoldAddress,newAddress,state\r\ndana@contoso.com,dana@fabrikam.com,completed\r\nkim@contoso.com,dana@fabrikam.com,failed\r\n',
    );
    expect(counts).toEqual({ people: 2, noPeople: 2, noAddress: 1 });
  });
});
