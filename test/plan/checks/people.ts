import { sourceId, targetId, user } from '../support/given.ts';
import type { Row } from './row.ts';

const letters = (count: number) => 'a'.repeat(count);

export const peopleRows: readonly Row[] = [
  ['a plain move', user, []],
  ['a name at the limits', { ...user, source: `${letters(64)}@${letters(44)}.com` }, []],
  ['too long before the @', { ...user, source: `${letters(65)}@contoso.com` }, ['error source upnTooLong']],
  ['too long after the @', { ...user, target: `dana@${letters(45)}.com` }, ['error target upnTooLong']],
  [
    'a space',
    { ...user, source: 'dana lind@contoso.com' },
    ['error source upnForbiddenCharacter'],
    'danalind@contoso.com',
  ],
  [
    'a comma at the end',
    { ...user, source: 'dana@contoso.com,' },
    ['error source upnForbiddenCharacter'],
    'dana@contoso.com',
  ],
  [
    'an address in angle brackets',
    { ...user, source: 'Dana <dana@contoso.com>' },
    ['error source upnForbiddenCharacter'],
    'dana@contoso.com',
  ],
  ['an umlaut', { ...user, source: 'jürgen@contoso.com' }, ['error source upnForbiddenCharacter']],
  [
    'an umlaut of two characters',
    { ...user, source: 'ju\u0308rgen@contoso.com' },
    ['error source upnForbiddenCharacter'],
  ],
  ...['\\', '%', '&', '*', '+', '/', '=', '?', '{', '}', '|', '<', '>', '(', ')', ';', ':', ',', '[', ']', '"'].map(
    (character): Row => [
      `the forbidden character ${character}`,
      { ...user, target: `da${character}na@fabrikam.com` },
      ['error target upnForbiddenCharacter'],
    ],
  ),
  ['the allowed signs', { ...user, source: 'a.b-c_d!e#f^g~h@contoso.com' }, []],
  ['an apostrophe at the source', { ...user, source: "o'neil@contoso.com" }, ['error source upnApostrophe']],
  ['an apostrophe at the target', { ...user, target: "o'neil@fabrikam.com" }, ['error target upnApostrophe']],
  ['a letter with an accent', { ...user, source: 'andré@contoso.com' }, ['warning source upnUnusualCharacter']],
  ['an emoji', { ...user, source: '🦊@contoso.com' }, ['warning source upnUnusualCharacter']],
  ['right-to-left letters', { ...user, source: 'דנה@contoso.com' }, ['warning source upnUnusualCharacter']],
  ['half a domain', { ...user, target: 'dana@fabrikam' }, ['warning target upnDomainIncomplete']],
  ['a guest as source', { ...user, source: 'd_x.com#EXT#@contoso.com' }, ['warning source guestSource']],
  ['a guest as target', { ...user, target: 'd_x.com#ext#@fabrikam.com' }, ['warning target guestTarget']],
  ['the same name on both sides', { ...user, target: 'Dana@Contoso.com' }, ['error target targetIsSource']],
  ['two names of one domain', { ...user, target: 'eve@contoso.com' }, ['warning target sameDomain']],
  [
    'the same object id',
    { ...user, source: sourceId, target: sourceId.toUpperCase(), sourceUpn: 'a@contoso.com' },
    ['error target targetIsSource'],
  ],
  ['two object ids', { ...user, source: sourceId, target: targetId }, ['warning sourceUpn sourceUpnMissing']],
  [
    'two object ids and a name to look up',
    { ...user, source: sourceId, target: targetId, sourceUpn: 'a@contoso.com' },
    [],
  ],
  ['an object id and a name', { ...user, target: targetId }, ['warning target identitiesMixed']],
  [
    "the receiver's name to look up",
    { ...user, source: sourceId, sourceUpn: 'dana@fabrikam.com' },
    ['warning target identitiesMixed', 'error sourceUpn sourceUpnIsTarget'],
  ],
  [
    'a name to look up with a space',
    { ...user, source: sourceId, target: targetId, sourceUpn: 'a b@contoso.com' },
    ['error sourceUpn upnForbiddenCharacter'],
    'ab@contoso.com',
  ],
  ['a US government name', { ...user, source: 'dana@contoso.onmicrosoft.us' }, ['error source cloudUnsupported']],
  ['a Chinese name', { ...user, target: 'dana@fabrikam.partner.onmschina.cn' }, ['error target cloudUnsupported']],
  ['a personal account', { ...user, target: 'dana@outlook.com' }, ['error target cloudUnsupported']],
  [
    'a host with the name of the source tenant',
    { ...user, source: 'dana@fabrikam.onmicrosoft.com' },
    ['warning targetHost targetHostLooksLikeSource'],
  ],
];
