import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../support/command-line.ts';
import { simulated } from '../support/moves.ts';
import { host, lines, names, person, wavesOn } from '../support/wave-lines.ts';

let computer: CommandLine;
let on: ReturnType<typeof wavesOn>;
beforeEach(() => {
  computer = new CommandLine();
  on = wavesOn(computer);
});
afterEach(() => computer.remove());

const wrong = lines(
  `${names},start,tragetLocation`,
  `${person('kim')},,`,
  `user,omar@contoso,omar@fabrikam.com,${host},,`,
  'user,lee@contoso.com,lee@fabrikam.com,fabrikam,sat 22:00,',
  `user,ana@contoso.com,kim@fabrikam.com,${host},31.12.2026,`,
  `user,ben@contoso.com,lee@fabrikam.com,${host},,`,
  'user,sam@contoso.com,sam@fabrikam.com,contoso,,',
);

/** What is printed, as one text: lines are broken where the window ends. */
const asText = (text: string): string => text.replace(/\s+/g, ' ');

describe('what is wrong in a file', () => {
  test('is printed with line, column, name, value, form and fix of every place', async () => {
    const path = on.file(wrong);
    const { err } = await computer.run(['wave', path, ...simulated, '--dry-run']);
    const text = asText(err);
    for (const said of [
      'At line 1, column 6 tragetLocation, "tragetLocation", fix: targetLocation',
      'At line 3, column 2 source, "omar@contoso"',
      'At line 4, column 4 targetHost, "fabrikam", fix: https://fabrikam-my.sharepoint.com',
      'line 7, column 4 targetHost, "contoso", fix: https://contoso-my.sharepoint.com',
      'At line 5, column 5 start, "31.12.2026"',
      'Form a target that no other line has At line 5, column 3 target, "kim@fabrikam.com"',
      'line 6, column 3 target, "lee@fabrikam.com": lee@fabrikam.com is the target of line 4 already.',
    ])
      expect(text).toContain(said);
    expect(text.split('is not a SharePoint host.')).toHaveLength(2);
  });

  test('is heard in the same places, and of many only the first ones', async () => {
    const many = Array.from({ length: 20 }, (_, at) => `user,p${at}@contoso.com,p${at}@fabrikam.com,fabrikam${at},,`);
    const path = on.file(wrong + lines(...many));
    const { err } = await computer.run(['wave', path, ...simulated, '--dry-run', '--line', '--no-prompt']);
    const text = asText(err);
    expect(text).toContain('At: line 5, column 5 start, "31.12.2026"');
    expect(text).toContain('Form: a target that no other line has');
    expect(text).toContain('And 10 more places. With --json all of them are told.');
    expect(text).toContain('1 line: 3. Warning: Source. Code upnDomainIncomplete.');
  });

  test('has its place in the document too, of rows that are ready and of those that are not', async () => {
    const told = await on.wave(wrong, '--dry-run');
    type Told = { code: string; at?: unknown; suggestion?: string };
    const found: Told[] = [
      ...told.json.findings,
      ...told.json.rows.flatMap(({ findings }: { findings: Told[] }) => findings),
    ];
    const of = (code: string) => found.find((one) => one.code === code);
    expect(of('upnDomainIncomplete')).toMatchObject({
      at: { line: 3, column: 2, columnName: 'source', value: 'omar@contoso', expected: 'dana@contoso.com' },
    });
    expect(of('targetHostUnreadable')).toMatchObject({
      at: { line: 4, column: 4, columnName: 'targetHost', value: 'fabrikam', expected: host },
      suggestion: host,
    });
    expect(of('columnUnknown')).toMatchObject({ at: { line: 1, column: 6 }, suggestion: 'targetLocation' });
  });

  test('is told once for all rows that have the same wrong with them, however short their values are', async () => {
    const many = Array.from({ length: 14 }, (_, at) => `user,p${at}@contoso.com,p${at}@fabrikam.com,${at}`);
    const path = on.file(lines('type,source,target,targetOrgId', ...many));
    const { err } = await computer.run(['wave', path, ...simulated, '--dry-run']);
    expect(asText(err).split('is not an organization id.')).toHaveLength(2);
    expect(asText(err)).toContain('line 15, column 4 targetOrgId, "13"');
  });

  test('is told apart where something else has to be done about it', async () => {
    const nickname = 'user,finance-eu,dana@fabrikam.com';
    const address = 'user,https://contoso.sharepoint.com/sites/IT,omar@fabrikam.com';
    const path = on.file(lines(names, `${nickname},${host}`, `${address},${host}`, `${nickname}m,${host}`));
    const { err } = await computer.run(['wave', path, ...simulated, '--dry-run']);
    expect(asText(err)).toContain('2 lines: 2, 4 ✗ Source sourceUnreadable');
    expect(asText(err)).toContain('Use the form dana@contoso.com.');
    expect(asText(err)).toContain('To move a site, choose the type site.');
  });

  test('of the file and of its lines is told in the same way where nothing can be read', async () => {
    await on.wave(lines(names.replace('source', 'sorce'), `uesr,a@contoso.com,a@fabrikam.com,${host}`), '--dry-run');
    const { err } = await computer.run(['wave', join(computer.folder, 'wave.csv'), ...simulated, '--dry-run']);
    const text = asText(err);
    expect(text).toContain('At line 1, column 2 sorce, "sorce", fix: source');
    expect(text).toContain('At line 2, column 1 type, "uesr", fix: user');
  });
});
