import { profileWith } from '../../support/profiles.ts';
import type { BrokenFile, Problem } from './broken-files.ts';
import { host, lines, names, person } from './file-text.ts';
import { bytesOf, encoded } from './reading.ts';

const profile = profileWith();
const tenant = '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10';
const objectId = 'c0000000-0000-4000-8000-000000000001';

/** What spreadsheets, export scripts and commands that join files leave in a file. */
const slippedIn: readonly BrokenFile[] = [
  {
    name: 'a letter that was lost in a file with its mark',
    file: Uint8Array.from([
      ...bytesOf('\ufeff'),
      ...encoded(lines(names, person('andr\u00e9')), 'windows-1252', false),
    ]),
    expected: [
      [2, 2, 'source', 'letterLost', 'error'],
      [2, 3, 'target', 'letterLost', 'error'],
    ],
    plans: 0,
  },
  {
    name: 'a letter that was lost when an older file was saved',
    file: lines(names, person('andr\ufffd').replace('andr\ufffd@fab', 'andre@fab')),
    expected: [[2, 2, 'source', 'letterLost', 'error']],
    plans: 0,
  },
  {
    name: 'UTF-16 that ends in the middle of a letter',
    file: encoded(`${lines(names)}${person('ana')}x`, 'utf-16le', true).slice(0, -1),
    expected: [[2, 4, 'targetHost', 'letterLost', 'error']],
    plans: 0,
  },
  {
    name: 'a zero byte in one cell',
    file: lines(names, person('ana').replace('ana@con', 'a\0na@con'), person('ben')),
    expected: [[2, 2, 'source', 'controlCharacter', 'error', 'ana@contoso.com']],
    plans: 1,
  },
  {
    name: 'a cell of nothing but a character that cannot be seen',
    file: lines(names, person('ana').replace('user', '\u0001')),
    expected: [[2, 1, 'type', 'controlCharacter', 'error']],
    plans: 0,
  },
  {
    name: 'the mark that Windows puts behind joined files',
    file: `${lines(names, person('ana').replace('user', 'uesr'))}\u001a`,
    expected: [[2, 1, 'type', 'typeUnreadable', 'error', 'user']],
    plans: 0,
  },
  {
    name: 'typographic quotes around values',
    file: lines(names, `user,\u201cana@contoso.com\u201d,\u2018ana@fabrikam.com\u2019,\u201e${host}\u201c`),
    expected: [
      [2, 2, 'source', 'sourceUnreadable', 'error', 'ana@contoso.com'],
      [2, 3, 'target', 'targetUnreadable', 'error', 'ana@fabrikam.com'],
      [2, 4, 'targetHost', 'targetHostUnreadable', 'error', host],
    ],
    plans: 0,
  },
  {
    name: 'single and tripled quotes around values',
    file: lines(names, `user,'ana@contoso.com',"""ana@fabrikam.com""",${host}`),
    expected: [
      [2, 2, 'source', 'sourceUnreadable', 'error', 'ana@contoso.com'],
      [2, 3, 'target', 'targetUnreadable', 'error', 'ana@fabrikam.com'],
    ],
    plans: 0,
  },
  {
    name: 'errors of formulas, also where they could be a name',
    file: lines(
      names,
      `user,#N/A,#REF!,${host}`,
      `group,finance-eu,#NAME?,${host}`,
      person('ana').replace('user', '#VALUE!'),
    ),
    expected: [
      [2, 2, 'source', 'excelError', 'error'],
      [2, 3, 'target', 'excelError', 'error'],
      [3, 3, 'target', 'excelError', 'error'],
      [4, 1, 'type', 'excelError', 'error'],
    ],
    plans: 0,
  },
  {
    name: 'dates as a spreadsheet shows and counts them',
    file: lines(
      `${names},start`,
      `${person('a')},12/5/2026 22:00`,
      `${person('b')},46361.9166667`,
      `${person('c')},########`,
      `${person('d')},2026-12-12 22:00:00`,
    ),
    expected: [
      [2, 5, 'start', 'startUnreadable', 'error'],
      [3, 5, 'start', 'startUnreadable', 'error'],
      [4, 5, 'start', 'excelError', 'error'],
    ],
    plans: 1,
  },
  {
    name: 'spaces that do not break a line',
    file: lines(names, person('ana').replace('ana@contoso', '\u00a0ana@con\u00a0toso'), `${person('ben')}\u00a0`),
    expected: [[2, 2, 'source', 'upnForbiddenCharacter', 'error', 'ana@contoso.com']],
    plans: 1,
  },
];

const headerAt = (line: number): Problem => [line, null, null, 'headerAgain', 'error'];

const shapes: readonly BrokenFile[] = [
  {
    name: 'a title, a date and an empty line above the names of columns',
    file: `Umzug Herbst;;;\r\nStand: 20.11.2026;;;\r\n;;;\r\n${lines(names, person('ana')).replaceAll(',', ';')}`,
    expected: [[1, 1, null, 'headerNotFirst', 'error']],
    plans: 0,
  },
  {
    name: 'spaces around quotes',
    file: lines(names, `uesr, "ana@contoso.com" ,"ana@fabrikam.com" , ${host}`),
    expected: [[2, 1, 'type', 'typeUnreadable', 'error', 'user']],
    plans: 0,
  },
  {
    name: 'text behind a closing quote and a space',
    file: lines(names, `user,"ana@contoso.com" x,ana@fabrikam.com,${host}`, person('ben')),
    expected: [[2, null, null, 'lineUnreadable', 'error']],
    plans: 1,
  },
  {
    name: "a separator that Excel's line names and a count would not",
    file: `sep=,\n${lines(`${names},a;b;c;d;e;f`, `${person('ana')},1`)}`,
    expected: [[2, 5, 'a;b;c;d;e;f', 'columnUnknown', 'warning']],
    plans: 1,
  },
  {
    name: 'ends of lines of three kinds, and of an old Mac inside of quotes',
    file: `${names},note\r${person('ana')},"one\rtwo\r\nthree"\r\n${person('ben')}\n${person('cara').replace('user', 'uesr')}`,
    expected: [
      [1, 5, 'note', 'columnUnknown', 'warning'],
      [6, 1, 'type', 'typeUnreadable', 'error', 'user'],
    ],
    plans: 2,
  },
  {
    name: 'two files in one, with their names of columns and their marks',
    file: `${lines(names, person('ana'))}\ufeff${lines(names, person('ben'))}`,
    expected: [headerAt(3)],
    plans: 2,
  },
  {
    name: 'two files in one whose columns are in another order',
    file: lines(names, person('ana'), 'type,target,source,targetHost', `user,ben@fabrikam.com,ben@contoso.com,${host}`),
    expected: [[3, null, null, 'headersDiffer', 'error'], headerAt(3)],
    plans: 2,
  },
  {
    name: 'two misspelt columns of which one would be enough, and one beside the right one',
    file: lines('type,source,sorce,taget,tarrget,targetHost', `user,ana@contoso.com,,ana@fabrikam.com,,${host}`),
    expected: [
      [1, 3, 'sorce', 'columnUnknown', 'warning'],
      [1, 4, 'taget', 'columnUnknown', 'warning'],
      [1, 5, 'tarrget', 'columnUnknown', 'warning'],
      [2, null, null, 'targetMissing', 'error'],
    ],
    plans: 0,
  },
];

const mapLine = (kind: string, source: string, target: string): string =>
  `${kind},${tenant},${source},${target},${target},RegularUser`;

const map = lines(
  mapLine('User', 'ana@contoso.com', 'ana@fabrikam.com'),
  mapLine('Usr', 'ben@contoso.com', 'ben@fabrikam.com'),
  mapLine('Group', objectId, objectId),
  mapLine('Guest', 'cara@contoso.com', 'cara@fabrikam.com'),
);

const given: readonly Problem[] = [[null, null, null, 'identityMapGiven', 'error']];
const mapNames = 'Type,SourceTenantId,SourceUserKey,TargetUserKey,TargetUserEmail,UserType\n';

const maps: readonly BrokenFile[] = [
  {
    name: 'an identity map with words that are neither User nor Group',
    file: map,
    place: { profile, isIdentityMap: true },
    expected: [
      [2, 1, 'kind', 'mapKindUnknown', 'error', 'User'],
      [4, 1, 'kind', 'mapKindUnknown', 'error'],
    ],
    plans: 1,
  },
  {
    name: 'an identity map that got names of columns',
    file: mapNames + map,
    place: { profile, isIdentityMap: true },
    expected: [
      [3, 1, 'kind', 'mapKindUnknown', 'error', 'User'],
      [5, 1, 'kind', 'mapKindUnknown', 'error'],
    ],
    plans: 1,
  },
  { name: 'an identity map with names of columns in place of a wave', file: mapNames + map, expected: given, plans: 0 },
  {
    name: 'an identity map of guests with empty columns behind it in place of a wave',
    file: lines(`${mapLine('Guest', 'cara@contoso.com', 'cara@fabrikam.com')},,`),
    expected: given,
    plans: 0,
  },
];

const site = (source: string, target: string): string =>
  `site,https://contoso.sharepoint.com/sites/${source},https://fabrikam.sharepoint.com/sites/${target},${host}`;

const repeated: readonly BrokenFile[] = [
  {
    name: 'one site with its letters written in other ways',
    file: lines(names, site('Caf\u00e9', 'a'), site('Caf%C3%A9', 'b'), site('cafe\u0301', 'c'), site('100%', 'd')),
    expected: [
      [3, 2, 'source', 'sourceTwice', 'error'],
      [4, 2, 'source', 'sourceTwice', 'error'],
    ],
    plans: 2,
  },
  {
    name: 'one person by object id and by name, both in two lines',
    file: lines(
      'type,source,sourceUpn,target,targetHost',
      `user,${objectId},ana@contoso.com,f0000000-0000-4000-8000-000000000001,${host}`,
      `user,${objectId},ANA@contoso.com,f0000000-0000-4000-8000-000000000002,${host}`,
    ),
    expected: [[3, 2, 'source', 'sourceTwice', 'error']],
    plans: 1,
  },
];

/** Files as other programs write them. */
export const brokenExports: readonly BrokenFile[] = [...slippedIn, ...shapes, ...maps, ...repeated];
