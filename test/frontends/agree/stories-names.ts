import { anyTime, atHost, dana, danaThere, group, idHere, idThere, site, siteHere, siteThere, user } from './common.ts';
import { answer, fix, type Story } from './story.ts';

const rest = [...atHost, ...anyTime];

/** Who and what moves. */
export const nameStories: readonly Story[] = [
  { name: 'a person by sign-in name', turns: [...user, ...rest] },
  { name: 'a site by its address', turns: [...site, ...rest] },
  { name: 'a group by its nickname', turns: [...group, ...rest] },
  {
    name: 'the type by its number',
    turns: [answer('type', 'site', { lines: '2' }), ...site.slice(1), ...rest],
  },
  {
    name: 'a person by object id, with the name that finds the task again',
    turns: [
      ...[answer('type', 'user'), answer('source', idHere), answer('sourceUpn', dana), answer('target', idThere)],
      ...rest,
    ],
  },
  {
    name: 'a person by object id alone',
    turns: [
      ...[answer('type', 'user'), answer('source', idHere), answer('sourceUpn', ''), answer('target', idThere)],
      ...rest,
    ],
    notes: ['warning sourceUpn sourceUpnMissing'],
  },
  {
    name: 'an object id in capitals beside a sign-in name',
    turns: [
      answer('type', 'user'),
      answer('source', idHere.toUpperCase()),
      answer('sourceUpn', dana),
      answer('target', danaThere),
      ...rest,
    ],
    notes: ['warning target identitiesMixed'],
  },
  {
    name: 'a type that is misspelt, and its fix',
    turns: [answer('type', 'usr', { says: ['type typeUnreadable'] }), fix('type', 'user'), ...user.slice(1), ...rest],
  },
  {
    name: 'a type by a word of its label',
    turns: [
      answer('type', 'OneDrive', { says: ['type typeUnreadable'] }),
      fix('type', 'user'),
      ...user.slice(1),
      ...rest,
    ],
  },
  {
    name: 'a name with a space in it, typed again',
    turns: [
      answer('type', 'user'),
      answer('source', 'dana lind@contoso.com', { says: ['source upnForbiddenCharacter'] }),
      answer('source', dana),
      answer('target', danaThere),
      ...rest,
    ],
  },
  {
    name: 'a name as a mail program copies it',
    turns: [
      answer('type', 'user'),
      answer('source', 'Dana Lind <dana@contoso.com>', { says: ['source upnForbiddenCharacter'] }),
      fix('source', dana),
      answer('target', 'mailto:dana@fabrikam.com', { says: ['target upnForbiddenCharacter'] }),
      fix('target', danaThere),
      ...rest,
    ],
  },
  {
    name: 'a name in quotes, one with an umlaut and one with an apostrophe',
    turns: [
      answer('type', 'user'),
      answer('source', '"dana"@contoso.com', { says: ['source upnForbiddenCharacter'] }),
      answer('source', 'jürgen@contoso.com', { says: ['source upnForbiddenCharacter'] }),
      answer('source', "o'neil@contoso.com", { says: ['source upnApostrophe'] }),
      answer('source', 'juergen@contoso.com'),
      answer('target', 'juergen@fabrikam.com'),
      ...rest,
    ],
  },
  {
    name: 'names in quotes, plain ones and those of a mail program',
    turns: [
      answer('type', 'user'),
      answer('source', `"${dana}"`, { says: ['source sourceUnreadable'] }),
      fix('source', dana),
      answer('target', `\u201c${danaThere}\u201d`, { says: ['target targetUnreadable'] }),
      fix('target', danaThere),
      ...rest,
    ],
  },
  {
    name: 'a name with an accent, which is only unusual',
    turns: [
      answer('type', 'user'),
      answer('source', 'josé@contoso.com'),
      answer('target', 'jose@fabrikam.com'),
      ...rest,
    ],
    notes: ['warning source upnUnusualCharacter'],
  },
  {
    name: 'a name in wide letters',
    turns: [
      answer('type', 'user'),
      answer('source', dana),
      answer('target', 'ｄａｎａ＠fabrikam.com', { says: ['target targetUnreadable'] }),
      fix('target', danaThere),
      ...rest,
    ],
  },
  {
    name: 'the receiver is the one who moves, and then is not given at all',
    turns: [
      answer('type', 'user'),
      answer('source', dana),
      answer('target', 'DANA@contoso.com', { says: ['target targetIsSource'] }),
      answer('target', '', { says: ['target targetMissing'] }),
      answer('target', danaThere),
      ...rest,
    ],
  },
  {
    name: 'names with spaces around them',
    turns: [answer('type', 'user'), answer('source', `  ${dana} `), answer('target', ` ${danaThere}`), ...rest],
  },
  {
    name: 'a group with an apostrophe, after typographic quotes and a period',
    turns: [
      answer('type', 'group'),
      answer('source', 'sales’team', { says: ['source nicknameNotAscii'] }),
      answer('source', 'sales"team', { says: ['source nicknameForbiddenCharacter'] }),
      answer('source', 'sales.team', { says: ['source nicknamePeriod'] }),
      answer('source', "sales'team"),
      answer('target', 'Sales Team', { says: ['target nicknameHasSpace'] }),
      answer('target', 'sales'),
      ...rest,
    ],
    notes: ['warning source nicknameApostrophe'],
  },
  {
    name: 'a group whose address is given in place of its nickname',
    turns: [
      answer('type', 'group'),
      answer('source', 'finance-eu@contoso.com', { says: ['source sourceUnreadable'] }),
      fix('source', 'finance-eu'),
      answer('target', 'finance'),
      ...rest,
    ],
  },
  {
    name: 'groups that begin like a flag, a comment and a word of line mode',
    turns: [answer('type', 'group'), answer('source', '-x'), answer('target', 'back', { lines: '=back' }), ...rest],
  },
  {
    name: 'groups that begin with an equals sign and with a number sign',
    turns: [answer('type', 'group'), answer('source', '=sales', { lines: '==sales' }), answer('target', '#1'), ...rest],
  },
  {
    name: 'a site with umlauts, a space and an apostrophe in its address',
    turns: [
      answer('type', 'site'),
      answer('source', 'https://contoso.sharepoint.com/sites/Bücher'),
      answer('target', "https://fabrikam.sharepoint.com/sites/Dana's", { says: ['target siteApostrophe'] }),
      answer('target', 'https://fabrikam.sharepoint.com/sites/Bücher'),
      ...rest,
    ],
  },
  {
    name: 'sites as a browser shows them: with a query, a slash at the end, and without https',
    turns: [
      answer('type', 'site'),
      answer('source', `${siteHere}/?web=1`),
      answer('target', 'http://fabrikam.sharepoint.com/sites/IT', { says: ['target targetUnreadable'] }),
      fix('target', siteThere),
      ...rest,
    ],
    notes: ['info source siteAddressRewritten'],
  },
  {
    name: 'a sharing link in place of a site',
    turns: [
      answer('type', 'site'),
      answer('source', 'https://contoso.sharepoint.com/:f:/s/IT/EaBcD', { says: ['source siteIsPage'] }),
      fix('source', siteHere),
      answer('target', siteThere),
      ...rest,
    ],
  },
];
