import { describe, expect, it, test } from 'vitest';
import type { ResourceType } from '../../../src/plan/answers.ts';
import { parseDataLocation } from '../../../src/plan/parse/data-location.ts';
import { parseGuid } from '../../../src/plan/parse/guid.ts';
import { parseHost } from '../../../src/plan/parse/host.ts';
import { oneOf } from '../../../src/plan/parse/one-of.ts';
import { parseParty } from '../../../src/plan/parse/party.ts';
import { parseOptionalUpn, parsePerson } from '../../../src/plan/parse/person.ts';
import { quoted } from '../../../src/plan/parse/readable.ts';
import type { Parse } from '../../../src/plan/question.ts';
import { questionAt } from '../../../src/plan/questions.ts';
import { read, refusal } from '../support/reading.ts';
import { faultsIn } from '../support/wording.ts';

const guid = '78d010af-72cb-412f-8779-18ce9b5f553b';
const upper = guid.toUpperCase();
const host = 'https://fabrikam-my.sharepoint.com';
const it2it = 'https://contoso.sharepoint.com/sites/IT';
const organization: Parse<unknown> = parseGuid('an organization id');
const type = oneOf(questionAt('type').choices ?? []);
const as =
  (kind: ResourceType | undefined): Parse<unknown> =>
  (text, known, context) =>
    parseParty(text, kind ? { ...known, type: kind } : known, context);

const person = (upn: string) => ({ kind: 'person', by: 'upn', upn });
const site = (url: string) => ({ kind: 'site', url });
const group = (mailNickname: string) => ({ kind: 'group', mailNickname });

describe('texts that can be read', () => {
  const rows: readonly [name: string, parse: Parse<unknown>, text: string, value: unknown][] = [
    ['a bare host', parseHost, 'fabrikam-my.sharepoint.com', host],
    ['a host with https', parseHost, host, host],
    ['a host with a slash', parseHost, `${host}/`, host],
    ['a host with a path', parseHost, `${host}/personal/dana/Documents?x=1#y`, host],
    ['an admin host', parseHost, 'https://fabrikam-admin.sharepoint.com', host],
    ['a root host', parseHost, 'fabrikam.sharepoint.com', host],
    ['a host in capitals', parseHost, 'HTTPS://FABRIKAM-MY.SharePoint.COM', host],
    ['a host with http', parseHost, 'http://fabrikam.sharepoint.com/', host],
    ['a host with its usual port', parseHost, 'fabrikam.sharepoint.com:443', host],
    ['a host in spaces', parseHost, '  fabrikam.sharepoint.com\t', host],
    ['a host of a label with dashes', parseHost, 'fab-ri-kam.sharepoint.com', 'https://fab-ri-kam-my.sharepoint.com'],
    ['a government host', parseHost, 'fabrikam.sharepoint.us', 'https://fabrikam-my.sharepoint.us'],
    ['a German host', parseHost, 'fabrikam-admin.sharepoint.de', 'https://fabrikam-my.sharepoint.de'],
    ['a Chinese host', parseHost, 'fabrikam.sharepoint.cn', 'https://fabrikam-my.sharepoint.cn'],
    ['a GUID', organization, guid, guid],
    ['a GUID in capitals', organization, ` ${upper} `, guid],
    ['no location', parseDataLocation, '', 'unset'],
    ['only spaces as location', parseDataLocation, '   ', 'unset'],
    ['the default location', parseDataLocation, 'Default', null],
    ['a location', parseDataLocation, 'fra', 'FRA'],
    ['a location nobody knows yet', parseDataLocation, 'xyz', 'XYZ'],
    ['a choice', type, 'user', 'user'],
    ['a choice in capitals', type, ' SITE ', 'site'],
    ['a sign-in name', parsePerson, 'dana@contoso.com', { by: 'upn', upn: 'dana@contoso.com' }],
    ['an object id', parsePerson, upper, { by: 'id', id: guid }],
    ['a guest', parsePerson, 'd_f.com#EXT#@contoso.com', { by: 'upn', upn: 'd_f.com#EXT#@contoso.com' }],
    ['no optional sign-in name', parseOptionalUpn, ' ', null],
    ['an optional sign-in name', parseOptionalUpn, ' a@b.com ', 'a@b.com'],
    ['a person', as('user'), 'dana@contoso.com', person('dana@contoso.com')],
    ['a person with an emoji, which is for the checks', as('user'), '🦊@contoso.com', person('🦊@contoso.com')],
    ['a person with a space, which is for the checks', as('user'), 'd l@contoso.com', person('d l@contoso.com')],
    [
      'a very long person, which is for the checks',
      as('user'),
      `${'a'.repeat(500)}@b.com`,
      person(`${'a'.repeat(500)}@b.com`),
    ],
    ['a site', as('site'), it2it, site(it2it)],
    ['a site without https', as('site'), 'contoso.sharepoint.com/sites/IT', site(it2it)],
    ['a site with a slash', as('site'), `${it2it}/`, site(it2it)],
    ['a site with query and fragment', as('site'), `${it2it}?web=1#top`, site(it2it)],
    ['a site with capitals in its host', as('site'), 'https://Contoso.SharePoint.com/sites/IT', site(it2it)],
    ['a root site', as('site'), 'https://contoso.sharepoint.com/', site('https://contoso.sharepoint.com')],
    ['a site, nothing decoded', as('site'), `${it2it}%20%27`, site(`${it2it}%20%27`)],
    [
      'a site of another cloud, which is for the checks',
      as('site'),
      'https://c.sharepoint.us/sites/x',
      site('https://c.sharepoint.us/sites/x'),
    ],
    ['a nickname', as('group'), 'finance-eu', group('finance-eu')],
    ['a nickname with a period, which is for the checks', as('group'), 'finance.eu', group('finance.eu')],
    ['a display name, which is for the checks', as('group'), 'Finance EU', group('Finance EU')],
    ['a person while the type is unknown', as(undefined), 'dana@contoso.com', person('dana@contoso.com')],
    ['an object id while the type is unknown', as(undefined), guid, { kind: 'person', by: 'id', id: guid }],
    ['a site while the type is unknown', as(undefined), it2it, site(it2it)],
    ['a group while the type is unknown', as(undefined), 'finance', group('finance')],
  ];
  it.each(rows)('%s', (_name, parse, text, value) => {
    expect(read(parse, text)).toEqual(value);
  });
});

test('a text of 50 MB is quoted without being looked at as a whole', () => {
  const text = `  ${'🦊'.repeat(25_000_000)}`;
  const from = performance.now();
  expect(quoted(text)).toBe(`"${'🦊'.repeat(37)}..."`);
  expect(performance.now() - from).toBeLessThan(1_000);
  expect(['a'.repeat(40), '🦊'.repeat(41)].map(quoted)).toEqual([`"${'a'.repeat(40)}"`, `"${'🦊'.repeat(37)}..."`]);
});

describe('texts that cannot be read', () => {
  const rows: readonly [name: string, parse: Parse<unknown>, text: string, suggestion?: string][] = [
    ['a tenant name as host', parseHost, 'Fabrikam', host],
    ['an onmicrosoft.com domain as host', parseHost, 'fabrikam.onmicrosoft.com', host],
    ['a host of somebody else', parseHost, 'https://fabrikam.example.com'],
    ['a host that only begins well', parseHost, 'fabrikam.sharepoint.com.evil.example'],
    ['a host behind a user name', parseHost, 'https://fabrikam.sharepoint.com@evil.example/'],
    ['a host with another port', parseHost, 'fabrikam.sharepoint.com:8443'],
    ['a host with another scheme', parseHost, 'ftp://fabrikam.sharepoint.com'],
    ['a host without a label', parseHost, '-my.sharepoint.com'],
    ['a host with a label that is too long', parseHost, `${'a'.repeat(80)}.sharepoint.com`],
    ['a host in full-width letters', parseHost, 'ｆａｂｒｉｋａｍ.sharepoint.com', 'fabrikam.sharepoint.com'],
    ['a host with a zero-width space', parseHost, 'fabrikam\u200b.sharepoint.com', 'fabrikam.sharepoint.com'],
    ['a host with a Cyrillic letter', parseHost, 'fаbrikam.sharepoint.com'],
    ['a GUID in braces', organization, `{${upper}}`, guid],
    ['a GUID without dashes', organization, guid.replaceAll('-', ''), guid],
    ['a GUID cut short', organization, guid.slice(0, -1)],
    ['a GUID in full-width digits', organization, guid.replace('78', '７８'), guid],
    ['a domain as organization id', organization, 'fabrikam.onmicrosoft.com'],
    ['a country as location', parseDataLocation, 'france', 'FRA'],
    ['two letters as location', parseDataLocation, 'de'],
    ['a full-width location', parseDataLocation, 'ＦＲＡ', 'FRA'],
    ['a slip in a choice', type, 'usr', 'user'],
    ['two letters swapped in a choice', type, 'gruop', 'group'],
    ['the common word for a choice', type, 'OneDrive', 'user'],
    ['a word that fits two choices', type, 'connected'],
    ['no such choice', type, 'mailbox'],
    ['an object id in braces, as PowerShell prints it', parsePerson, `{${upper}}`, guid],
    ['an object id in braces while the type is unknown', as(undefined), `{${guid}}`, guid],
    ['a person in quotes', parsePerson, '"dana@contoso.com"', 'dana@contoso.com'],
    ['a person in typographic quotes', parsePerson, '\u201cdana@contoso.com\u201d', 'dana@contoso.com'],
    ['a mail address in quotes as group', as('group'), '"finance@contoso.com"', 'finance'],
    ['a slip in quotes', type, '\u201ausr\u2018', 'user'],
    ['a person without @', parsePerson, 'dana'],
    ['a person with two @', parsePerson, 'dana@contoso@com'],
    ['a person with nothing before the @', parsePerson, '@contoso.com'],
    ['a display name as person', parsePerson, 'Lind, Dana'],
    ['a mail link', parsePerson, 'Dana @ Finance <dana@contoso.com>', 'dana@contoso.com'],
    ['several lines', parsePerson, 'dana@contoso.com\nomar@contoso.com'],
    ['a control character', parsePerson, 'dana\u0000@contoso.com'],
    ['an escape sequence', parsePerson, '\u001b[2Jdana@contoso.com'],
    ['a direction mark', parsePerson, '\u202edana@contoso.com', 'dana@contoso.com'],
    ['a full-width @', parsePerson, 'dana＠contoso.com', 'dana@contoso.com'],
    ['half a surrogate pair', parsePerson, 'dana\ud83d@contoso.com'],
    ['an optional sign-in name without @', parseOptionalUpn, 'dana'],
    ['a site address as person', as('user'), it2it],
    ['a person as site', as('site'), 'dana@contoso.com'],
    ['a site at another host', as('site'), 'https://contoso.com/sites/IT'],
    ['a site with http', as('site'), 'http://contoso.sharepoint.com/sites/IT', it2it],
    ['only a path as site', as('site'), '/sites/IT'],
    ['a mail address as group', as('group'), 'finance@contoso.com', 'finance'],
    ['a site address as group', as('group'), it2it],
    ['an empty group', as('group'), '  '],
    ['a very long text', as('site'), '🦊'.repeat(5000)],
    ['a whole file', as('user'), 'dana@contoso.com,'.repeat(10_000)],
    ['an address of slashes', as('site'), `https://c.sharepoint.com${'/'.repeat(100_000)}x`],
    ['right-to-left text', as('user'), 'דנה'],
  ];
  it.each(rows)('%s', (_name, parse, text, suggestion) => {
    const refused = refusal(parse, text);
    expect(refused.suggestion).toBe(suggestion);
    expect(faultsIn(refused)).toEqual([]);
    if (suggestion !== undefined) expect(read(parse, suggestion)).toBeDefined();
  });
});
