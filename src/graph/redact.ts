/** Words of the API's own paths. Everything else in a URL may name a person, a site or a tenant. */
const pathWords: ReadonlySet<string> = new Set([
  'beta',
  'v1.0',
  'solutions',
  'sharePoint',
  'migrations',
  'crossOrganizationMigrationTasks',
  'crossOrganizationUserMappings',
  'crossOrganizationGroupMappings',
  'getBySourceUserPrincipalName',
  'getBySourceSiteUrl',
  'getBySourceGroupMailNickname',
  'cancel',
  '$batch',
]);

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const redacted = 'REDACTED';

/** A URL below the endpoint as a log may have it: known words and task ids stay, arguments and queries go. */
export function redactUrl(url: string, endpoint: string): string {
  const [path = '', query] = url.slice(endpoint.length).split('?');
  const shown = path.split('/').map(segment).join('/');
  return query === undefined ? shown : `${shown}?${redacted}`;
}

function segment(text: string): string {
  const [name = '', argument] = text.split('(');
  if (name !== '' && !pathWords.has(name) && !guid.test(name)) return redacted;
  return argument === undefined ? name : `${name}(${redacted})`;
}

/** An id or a code as a log may have it: one plain word, nothing that could hold a name, an address or a token. */
export const redactWord = (text: string | null): string => {
  if (text === null || text === '') return '-';
  return guid.test(text) || /^[A-Za-z][A-Za-z0-9]{0,79}$/.test(text) ? text : redacted;
};
