import { profileWith } from '../../support/profiles.ts';
import { brokenExports } from './broken-exports.ts';
import { host, lines, names, person } from './file-text.ts';
import { bytesOf, encoded, type Place } from './reading.ts';

/** Where a problem stands, what it is, and the text that mends it. */
export type Problem = readonly [
  line: number | null,
  column: number | null,
  columnName: string | null,
  code: string,
  severity: 'error' | 'warning' | 'info',
  suggestion?: string,
];

export type BrokenFile = {
  name: string;
  file: string | Uint8Array;
  place?: Place;
  expected: readonly Problem[];
  /** Rows that became a plan. */
  plans: number;
};

const organization = '78d010af-72cb-412f-8779-18ce9b5f553b';
const tenant = '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10';
const objectId = 'c0000000-0000-4000-8000-000000000001';
const profile = profileWith();

const slip = (name: string): string => person(name).replace('user', 'uesr');
const two = lines(names, person('ana'), slip('ben'));
const slipAt = (line: number, column = 1): Problem => [line, column, 'type', 'typeUnreadable', 'error', 'user'];

/** A file of one person with these cells in place of the usual ones. */
function withCells(cells: Readonly<Record<string, string>>): string {
  const all = { type: 'user', source: 'ana@contoso.com', target: 'ana@fabrikam.com', targetHost: host, ...cells };
  return lines(Object.keys(all).join(), Object.values(all).join());
}

const site = (source: string, target: string): string => `site,https://${source},https://${target},${host}`;

const encodings: readonly BrokenFile[] = [
  { name: 'UTF-8', file: two, expected: [slipAt(3)], plans: 1 },
  { name: 'UTF-8 with its mark', file: encoded(two, 'utf-8', true), expected: [slipAt(3)], plans: 1 },
  { name: 'UTF-16 as Excel writes it', file: encoded(two, 'utf-16le', true), expected: [slipAt(3)], plans: 1 },
  { name: 'UTF-16 without its mark', file: encoded(two, 'utf-16le', false), expected: [slipAt(3)], plans: 1 },
  { name: 'big-endian UTF-16', file: encoded(two, 'utf-16be', true), expected: [slipAt(3)], plans: 1 },
  {
    name: 'big-endian UTF-16 without its mark',
    file: encoded(two, 'utf-16be', false),
    expected: [slipAt(3)],
    plans: 1,
  },
  {
    name: 'the old Windows page, with an accent',
    file: encoded(lines(names, person('ana').replace('ana@contoso', 'andr\u00e9@contoso')), 'windows-1252', false),
    expected: [
      [null, null, null, 'fileNotUnicode', 'warning'],
      [2, 2, 'source', 'upnUnusualCharacter', 'warning'],
    ],
    plans: 1,
  },
  {
    name: 'UTF-16 that names no columns',
    file: encoded('a,b\nc,d\n', 'utf-16le', true),
    expected: [[1, 1, null, 'headerMissing', 'error']],
    plans: 0,
  },
  { name: 'zero bytes in every line', file: bytesOf('ty\0pe,source\nuser,a\0b\n'), expected: unreadable(), plans: 0 },
  { name: 'a workbook', file: bytesOf('PK\u0003\u0004\u0014\u0000'), expected: unreadable(), plans: 0 },
  {
    name: 'a workbook of before 2007',
    file: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    expected: unreadable(),
    plans: 0,
  },
];

function unreadable(): readonly Problem[] {
  return [[null, null, null, 'fileUnreadable', 'error']];
}

const empty: readonly Problem[] = [[null, null, null, 'fileEmpty', 'error']];

const emptiness: readonly BrokenFile[] = [
  { name: 'no bytes at all', file: '', expected: empty, plans: 0 },
  { name: 'a mark and nothing else', file: bytesOf('\ufeff'), expected: empty, plans: 0 },
  { name: 'empty lines only', file: '\n\r\n\n', expected: empty, plans: 0 },
  { name: 'names of columns only', file: lines(names), expected: empty, plans: 0 },
];

const delimiters: readonly BrokenFile[] = [
  { name: 'semicolons', file: two.replaceAll(',', ';'), expected: [slipAt(3)], plans: 1 },
  { name: 'tabs', file: two.replaceAll(',', '\t'), expected: [slipAt(3)], plans: 1 },
  {
    name: "Excel's line about the separator",
    file: `sep=;\n${two.replaceAll(',', ';')}`,
    expected: [slipAt(4)],
    plans: 1,
  },
  {
    name: 'a separator nobody reads',
    file: two.replaceAll(',', '|'),
    expected: [[1, 1, null, 'headerMissing', 'error']],
    plans: 0,
  },
  {
    name: 'one line with another separator',
    file: lines(names, person('ana'), person('ben').replaceAll(',', ';')),
    expected: [
      [3, 1, 'type', 'typeUnreadable', 'error'],
      [3, 2, 'source', 'sourceMissing', 'error'],
      [3, 3, 'target', 'targetMissing', 'error'],
      [3, 4, 'targetHost', 'targetHostMissing', 'error'],
    ],
    plans: 1,
  },
];

const brokenAt = (line: number): Problem => [line, null, null, 'lineUnreadable', 'error'];

const quotes: readonly BrokenFile[] = [
  {
    name: 'a quote that is never closed',
    file: lines(names, person('ana'), 'user,"ben@contoso.com,ben@fabrikam.com', slip('cara')),
    expected: [brokenAt(3), slipAt(4)],
    plans: 1,
  },
  {
    name: 'a quote that is open at the end',
    file: `${lines(names, person('ana'))}user,"ben@contoso.com`,
    expected: [brokenAt(3)],
    plans: 1,
  },
  {
    name: 'text behind a closing quote',
    file: lines(names, `user,"ana@contoso.com"x,ana@fabrikam.com,${host}`, slip('ben')),
    expected: [brokenAt(2), slipAt(3)],
    plans: 0,
  },
  {
    name: 'a quote inside of a value',
    file: lines(names, `user,ana "x" <ana@contoso.com>,ana@fabrikam.com,${host}`, person('ben')),
    expected: [brokenAt(2)],
    plans: 1,
  },
  {
    name: 'a quote that closes forty lines later',
    file: lines(names, 'user,"ana', ...Array.from({ length: 40 }, (_, at) => person(`p${at}`)), 'end",y', slip('ben')),
    expected: [brokenAt(2), brokenAt(43), slipAt(44)],
    plans: 40,
  },
  {
    name: 'doubled quotes, which are one in the value',
    file: lines(names, `user,"""ana""@contoso.com",ana@fabrikam.com,${host}`),
    expected: [[2, 2, 'source', 'upnForbiddenCharacter', 'error']],
    plans: 0,
  },
  {
    name: 'a line break inside of a value',
    file: lines(names, `user,"ana@\ncontoso.com",ana@fabrikam.com,${host}`, slip('ben')),
    expected: [[2, 2, 'source', 'sourceUnreadable', 'error'], slipAt(4)],
    plans: 0,
  },
  {
    name: 'a line break of Windows inside of a note',
    file: [`note,${names}`, `"one\r\n\r\ntwo",${person('ana')}`, `x,${slip('ben')}`].join('\r\n'),
    expected: [[1, 1, 'note', 'columnUnknown', 'warning'], slipAt(5, 2)],
    plans: 1,
  },
];

const shapes: readonly BrokenFile[] = [
  {
    name: 'a line that ends too early',
    file: lines(names, 'user,ana@contoso.com', person('ben')),
    expected: [
      [2, 3, 'target', 'targetMissing', 'error'],
      [2, 4, 'targetHost', 'targetHostMissing', 'error'],
    ],
    plans: 1,
  },
  {
    name: 'a value too many, and empty ones too many',
    file: lines(names, `${person('ana')},,extra`, `${person('ben')},,`),
    expected: [[2, 6, null, 'lineTooLong', 'error']],
    plans: 1,
  },
  {
    name: 'empty lines in between',
    file: lines(names, '', person('ana'), ' , , , ', '', slip('ben')),
    expected: [slipAt(6)],
    plans: 1,
  },
  {
    name: 'a column twice',
    file: lines(`${names},Source`, `${person('ana')},ben@contoso.com`),
    expected: [[1, 5, 'Source', 'columnTwice', 'error']],
    plans: 1,
  },
  {
    name: 'a column nobody reads',
    file: lines(`${names},department`, `${person('ana')},IT`),
    expected: [[1, 5, 'department', 'columnUnknown', 'warning']],
    plans: 1,
  },
  {
    name: 'a misspelt column',
    file: lines(`${names},latestStrat`, `${person('ana')},2026-12-12T22:00Z`),
    expected: [[1, 5, 'latestStrat', 'columnUnknown', 'warning', 'latestStart']],
    plans: 1,
  },
  {
    name: 'values under no name',
    file: lines(`${names},,`, `${person('ana')},IT,`),
    expected: [[1, 5, '', 'columnUnnamed', 'warning']],
    plans: 1,
  },
  {
    name: 'names of columns in other letters',
    file: lines('TYPE,Source,tar get,target_host', slip('ana')),
    expected: [[2, 1, 'TYPE', 'typeUnreadable', 'error', 'user']],
    plans: 0,
  },
  {
    name: 'no column with the source',
    file: lines('type,target,targetHost', `user,ana@fabrikam.com,${host}`, `user,ben@fabrikam.com,${host}`),
    expected: [[1, null, null, 'sourceColumnMissing', 'error']],
    plans: 0,
  },
  {
    name: 'a misspelt column with the source',
    file: lines('type,sorce,target,targetHost', person('ana')),
    expected: [
      [1, 2, 'sorce', 'columnUnknown', 'warning', 'source'],
      [1, null, null, 'sourceColumnMissing', 'error'],
    ],
    plans: 0,
  },
  {
    name: 'no names of columns',
    file: lines(person('ana'), person('ben')),
    expected: [[1, 1, null, 'headerMissing', 'error']],
    plans: 0,
  },
  {
    name: 'what no line says',
    file: lines('source', 'ana@contoso.com', 'ben@contoso.com'),
    expected: [
      [1, null, 'type', 'typeMissing', 'error'],
      [1, null, 'target', 'targetMissing', 'error'],
      [1, null, 'targetHost', 'targetHostMissing', 'error'],
    ],
    plans: 0,
  },
  {
    name: 'what one line does not say',
    file: lines(names, ',,ana@fabrikam.com,', person('ben')),
    expected: [
      [2, 1, 'type', 'typeMissing', 'error'],
      [2, 2, 'source', 'sourceMissing', 'error'],
      [2, 4, 'targetHost', 'targetHostMissing', 'error'],
    ],
    plans: 1,
  },
];

const mapLine = (kind: string, source: string, target: string): string =>
  `${kind},${tenant},${source},${target},${target},Regular`;

const maps: readonly BrokenFile[] = [
  {
    name: 'an identity map in place of a wave',
    file: lines(mapLine('User', 'ana@contoso.com', 'ana@fabrikam.com')),
    expected: [[null, null, null, 'identityMapGiven', 'error']],
    plans: 0,
  },
  {
    name: 'an identity map whose groups are left out',
    file: lines(
      mapLine('User', 'ana@contoso.com', 'ana@fabrikam.com'),
      mapLine('Group', objectId, objectId),
      mapLine('User', 'Ben <ben@contoso.com>', 'ben@fabrikam.com'),
    ),
    place: { profile, isIdentityMap: true },
    expected: [[3, 3, 'source user', 'upnForbiddenCharacter', 'error', 'ben@contoso.com']],
    plans: 1,
  },
  {
    name: 'an identity map of groups alone',
    file: lines(mapLine('Group', objectId, objectId)),
    place: { isIdentityMap: true },
    expected: empty,
    plans: 0,
  },
  {
    name: 'a wave in place of an identity map',
    file: two,
    place: { isIdentityMap: true },
    expected: [[null, null, null, 'identityMapExpected', 'error']],
    plans: 0,
  },
];

type Cell = {
  name: string;
  cells: Readonly<Record<string, string>>;
  /** When the file is read, where the usual day is too early. */
  now?: number;
  /** Column, name, code, suggestion; an error. */
  is: readonly [number, string, string, string?];
};

const cells: readonly Cell[] = [
  { name: 'a type in other words', cells: { type: 'onedrive' }, is: [1, 'type', 'typeUnreadable', 'user'] },
  { name: 'a type that does not move', cells: { type: 'mailbox' }, is: [1, 'type', 'typeUnreadable'] },
  {
    name: 'a source as a mail program copies it',
    cells: { source: 'Ana <ana@contoso.com>' },
    is: [2, 'source', 'upnForbiddenCharacter', 'ana@contoso.com'],
  },
  {
    name: 'a source with a space',
    cells: { source: 'an a@contoso.com' },
    is: [2, 'source', 'upnForbiddenCharacter', 'ana@contoso.com'],
  },
  {
    name: 'a source with an umlaut',
    cells: { source: 'j\u00fcrgen@contoso.com' },
    is: [2, 'source', 'upnForbiddenCharacter'],
  },
  { name: 'a source with an apostrophe', cells: { source: "o'neil@contoso.com" }, is: [2, 'source', 'upnApostrophe'] },
  {
    name: 'a source with what cannot be seen',
    cells: { source: 'ana\u200b@contoso.com' },
    is: [2, 'source', 'sourceUnreadable', 'ana@contoso.com'],
  },
  {
    name: 'a source in wide letters',
    cells: { source: 'ana\uff20contoso.com' },
    is: [2, 'source', 'sourceUnreadable', 'ana@contoso.com'],
  },
  {
    name: 'an address of a OneDrive as source',
    cells: { source: 'https://contoso-my.sharepoint.com/personal/ana' },
    is: [2, 'source', 'sourceUnreadable'],
  },
  { name: 'a target of the same tenant', cells: { target: 'ana@contoso.com' }, is: [3, 'target', 'targetIsSource'] },
  {
    name: 'the name of a tenant as host',
    cells: { targetHost: 'fabrikam' },
    is: [4, 'targetHost', 'targetHostUnreadable', host],
  },
  { name: 'a domain as host', cells: { targetHost: 'fabrikam.com' }, is: [4, 'targetHost', 'targetHostUnreadable'] },
  {
    name: 'an organization id without dashes',
    cells: { targetHost: '', targetOrgId: organization.replaceAll('-', '') },
    is: [5, 'targetOrgId', 'targetOrgIdUnreadable', organization],
  },
  {
    name: 'an organization by name',
    cells: { targetHost: '', targetOrgId: 'fabrikam' },
    is: [5, 'targetOrgId', 'targetOrgIdUnreadable'],
  },
  {
    name: 'a data location in words',
    cells: { targetHost: '', targetOrgId: organization, targetLocation: 'France' },
    is: [6, 'targetLocation', 'targetLocationUnreadable', 'FRA'],
  },
  {
    name: 'a start in the form of a country',
    cells: { start: '05.12.2026 22:00' },
    is: [5, 'start', 'startUnreadable'],
  },
  {
    name: 'a start with slashes',
    cells: { start: '2026/12/12 22:00' },
    is: [5, 'start', 'startUnreadable', '2026-12-12 22:00'],
  },
  { name: 'a misspelt day', cells: { start: 'satt 22:00' }, is: [5, 'start', 'startUnreadable', 'sat 22:00'] },
  { name: 'a day that does not exist', cells: { start: '2027-02-31T22:00' }, is: [5, 'start', 'startUnreadable'] },
  {
    name: 'a time that the clocks skip',
    cells: { start: '2027-03-28 02:30' },
    now: Date.UTC(2027, 2, 20),
    is: [5, 'start', 'startUnreadable', '2027-03-28 03:30'],
  },
  {
    name: 'a time that comes twice',
    cells: { latestStart: '2027-10-31 02:30' },
    is: [5, 'latestStart', 'latestStartUnreadable', '2027-10-31T00:30:00Z'],
  },
  { name: 'a latest start of now', cells: { latestStart: 'now' }, is: [5, 'latestStart', 'latestStartUnreadable'] },
  {
    name: 'a latest start that has passed',
    cells: { latestStart: '2026-12-01T00:00Z' },
    is: [5, 'latestStart', 'latestStartInPast'],
  },
  {
    name: 'a latest start before the start',
    cells: { start: '2026-12-13T22:00Z', latestStart: '2026-12-12T22:00Z' },
    is: [6, 'latestStart', 'latestStartBeforeStart'],
  },
];

const badCells: readonly BrokenFile[] = cells.map(
  ({ name, cells: some, now, is: [column, columnName, code, suggestion] }) => ({
    name,
    file: withCells(some),
    ...(now === undefined ? {} : { place: { now } }),
    expected: [
      [2, column, columnName, code, 'error', ...(suggestion === undefined ? [] : [suggestion])] as unknown as Problem,
    ],
    plans: 0,
  }),
);

const kinds: readonly BrokenFile[] = [
  {
    name: 'a site by http',
    file: lines(
      names,
      site('contoso.sharepoint.com/sites/IT', 'fabrikam.sharepoint.com/sites/IT').replace('https', 'http'),
    ),
    expected: [[2, 2, 'source', 'sourceUnreadable', 'error', 'https://contoso.sharepoint.com/sites/IT']],
    plans: 0,
  },
  {
    name: 'a OneDrive as a site',
    file: lines(names, site('contoso-my.sharepoint.com/personal/ana', 'fabrikam.sharepoint.com/sites/IT')),
    expected: [[2, 2, 'source', 'siteIsOneDrive', 'error']],
    plans: 0,
  },
  {
    name: 'a group by its mail address',
    file: lines(names, `group,finance@contoso.com,finance,${host}`),
    expected: [[2, 2, 'source', 'sourceUnreadable', 'error', 'finance']],
    plans: 0,
  },
  {
    name: 'a host and an organization id',
    file: withCells({ targetOrgId: organization }),
    expected: [[2, null, null, 'targetGivenTwice', 'error']],
    plans: 0,
  },
  {
    name: 'a location beside a host',
    file: withCells({ targetLocation: 'FRA' }),
    expected: [[2, null, null, 'locationWithoutOrganization', 'error']],
    plans: 0,
  },
  {
    name: 'a start that has passed, and a window without room',
    file: lines(`${names},start,latestStart`, `${person('ana')},2026-12-01T22:00Z,`, `${person('ben')},now,+30m`),
    expected: [
      [2, 5, 'start', 'startInPast', 'warning', 'now'],
      [3, 6, 'latestStart', 'windowNarrow', 'warning'],
    ],
    plans: 2,
  },
];

const repeated: readonly BrokenFile[] = [
  {
    name: 'one source in two lines',
    file: lines(names, person('ana'), person('ben'), person('ana').replace('ana@fab', 'cara@fab')),
    expected: [[4, 2, 'source', 'sourceTwice', 'error']],
    plans: 2,
  },
  {
    name: 'one target in two lines',
    file: lines(names, person('ana'), person('ben').replace('ben@fab', 'ana@fab')),
    expected: [[3, 3, 'target', 'targetTwice', 'error']],
    plans: 1,
  },
  {
    name: 'one source and target in other letters',
    file: lines(names, person('ana'), `user,ANA@Contoso.com,Ana@FABRIKAM.com,${host}`),
    expected: [
      [3, 2, 'source', 'sourceTwice', 'error'],
      [3, 3, 'target', 'targetTwice', 'error'],
    ],
    plans: 1,
  },
  {
    name: 'one site with another end of its address',
    file: lines(
      names,
      site('contoso.sharepoint.com/sites/IT', 'fabrikam.sharepoint.com/sites/IT'),
      site('contoso.sharepoint.com/sites/it/', 'fabrikam.sharepoint.com/sites/other'),
    ),
    expected: [
      [3, 2, 'source', 'siteAddressRewritten', 'info'],
      [3, 2, 'source', 'sourceTwice', 'error'],
    ],
    plans: 1,
  },
  {
    name: 'one person by name and by object id',
    file: lines(
      'type,source,sourceUpn,target,targetHost',
      `user,ana@contoso.com,,ana@fabrikam.com,${host}`,
      `user,${objectId},Ana@contoso.com,ben@fabrikam.com,${host}`,
    ),
    expected: [
      [3, 4, 'target', 'identitiesMixed', 'warning'],
      [3, 2, 'source', 'sourceTwice', 'error'],
    ],
    plans: 1,
  },
  {
    name: 'a name to find a task by, where the source has one already, and where it says the same',
    file: lines(
      'type,source,sourceUpn,target,targetHost',
      `user,ana@contoso.com,ana.lind@contoso.com,ana@fabrikam.com,${host}`,
      `user,ben@contoso.com,Ben@contoso.com,ben@fabrikam.com,${host}`,
    ),
    expected: [[2, 3, 'sourceUpn', 'sourceUpnUnused', 'warning']],
    plans: 2,
  },
  {
    name: 'one object id twice',
    file: lines(
      names,
      `user,${objectId},f0000000-0000-4000-8000-000000000001,${host}`,
      `user,${objectId.toUpperCase()},f0000000-0000-4000-8000-000000000002,${host}`,
    ),
    expected: [
      [1, null, 'sourceUpn', 'sourceUpnMissing', 'warning'],
      [3, 2, 'source', 'sourceTwice', 'error'],
    ],
    plans: 1,
  },
];

const leaving: readonly BrokenFile[] = [
  {
    name: 'a host that is not of the profile',
    file: lines(names, person('ana'), person('ben').replace(host, 'https://other-my.sharepoint.com')),
    place: { profile },
    expected: [[3, 4, 'targetHost', 'targetHostNotOfProfile', 'error', host]],
    plans: 1,
  },
  {
    name: 'an organization id that is not of the profile',
    file: withCells({ targetHost: '', targetOrgId: '11111111-1111-4111-8111-111111111111' }),
    place: { profile },
    expected: [[2, 5, 'targetOrgId', 'orgIdNotOfProfile', 'error', organization]],
    plans: 0,
  },
  {
    name: 'a misspelt domain of the profile, and another one',
    file: lines(
      'type,source,target',
      'user,ana@contoso.com,ana@fabrikom.com',
      'user,ben@contoso.com,ben@elsewhere.org',
    ),
    place: { profile },
    expected: [
      [2, 3, 'target', 'domainNotOfProfile', 'error', 'ana@fabrikam.com'],
      [3, 3, 'target', 'domainNotOfProfile', 'warning'],
    ],
    plans: 1,
  },
  {
    name: 'a line in the other direction',
    file: lines('type,source,target', 'user,ana@fabrikam.com,ana@contoso.com'),
    place: { profile },
    expected: [[2, 2, 'source', 'answersSwapped', 'error']],
    plans: 0,
  },
  {
    name: 'a target that the naming rule gives to another line',
    file: lines('type,source,target', 'user,ana@contoso.com,', 'user,ben@contoso.com,ana@fabrikam.com'),
    place: { profile },
    expected: [[3, 3, 'target', 'targetTwice', 'error']],
    plans: 1,
  },
];

export const brokenFiles: readonly BrokenFile[] = [
  ...encodings,
  ...emptiness,
  ...delimiters,
  ...quotes,
  ...shapes,
  ...maps,
  ...badCells,
  ...kinds,
  ...repeated,
  ...leaving,
  ...brokenExports,
];

/** Many things wrong at once, in every way in which one edit mends a cell. */
export const manyAtOnce: BrokenFile = {
  name: 'many problems at once',
  file: lines(
    `${names},start,latestStart,note`,
    `uesr,ana@contoso.com,ana@fabrikam.com,fabrikam,satt 22:00,,"a ""note"""`,
    `${person('ben')},,,"kept,  as it stands"`,
    '',
    `user,Cara <cara@contoso.com>,"ca ra@fabrikam.com",${host},2026/12/12 22:00,2026/12/13 6:00,`,
    'user,"dan@contoso.com',
    `group,finance@contoso.com,finance,${host},05.12.2026 22:00,,`,
    `${person('ana').replace('ana@fab', 'eve@fab')},,,`,
  ),
  expected: [
    [1, 7, 'note', 'columnUnknown', 'warning'],
    brokenAt(6),
    [2, 1, 'type', 'typeUnreadable', 'error', 'user'],
    [2, 4, 'targetHost', 'targetHostUnreadable', 'error', host],
    [2, 5, 'start', 'startUnreadable', 'error', 'sat 22:00'],
    [5, 2, 'source', 'upnForbiddenCharacter', 'error', 'cara@contoso.com'],
    [5, 3, 'target', 'upnForbiddenCharacter', 'error', 'cara@fabrikam.com'],
    [5, 5, 'start', 'startUnreadable', 'error', '2026-12-12 22:00'],
    [5, 6, 'latestStart', 'latestStartUnreadable', 'error', '2026-12-13 06:00'],
    [7, 2, 'source', 'sourceUnreadable', 'error', 'finance'],
    [7, 5, 'start', 'startUnreadable', 'error'],
    [8, 2, 'source', 'sourceTwice', 'error'],
  ],
  plans: 1,
};
