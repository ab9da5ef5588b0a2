import { hashOf } from '../plan/id.ts';
import { catalogue } from '../problems/catalogue/catalogue.ts';
import { codesOf, vagueCodesOf } from '../problems/find-rule.ts';

const collection = 'crossOrganizationMigrationTasks';

/** Words of the API's own paths. Everything else in a URL may name a person, a site or a tenant. */
const pathWords: ReadonlySet<string> = new Set([
  'beta',
  'v1.0',
  'solutions',
  'sharePoint',
  'migrations',
  collection,
  'crossOrganizationUserMappings',
  'crossOrganizationGroupMappings',
  'getBySourceUserPrincipalName',
  'getBySourceSiteUrl',
  'getBySourceGroupMailNickname',
  'cancel',
  '$batch',
]);

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const redacted = 'REDACTED';

/** A URL below the endpoint as a log may have it: known words and task ids stay, arguments and queries go. */
export function redactUrl(url: string, endpoint: string): string {
  const [path = '', query] = url.slice(endpoint.length).split('?');
  const shown = redactPath(path);
  return query === undefined ? shown : `${shown}?${redacted}`;
}

export const redactPath = (path: string): string =>
  path
    .split('/')
    .map((segment, at, all) => redactSegment(segment, all[at - 1]))
    .join('/');

/** The id of a task tells nothing; that of a person, elsewhere in a path, does. */
function redactSegment(text: string, before: string | undefined): string {
  const [name = '', argument] = text.split('(');
  const isTask = before === collection && guid.test(name);
  if (name !== '' && !pathWords.has(name) && !isTask) return redacted;
  return argument === undefined ? name : `${name}(${redacted})`;
}

/** The id of a request, a task or a plan as a log may have it. */
export const redactId = (id: string | null): string => {
  if (id === null || id === '') return '-';
  return guid.test(id) ? id : redacted;
};

const codes: ReadonlySet<string> = new Set(
  catalogue.flatMap((rule) => [rule.code, ...codesOf(rule), ...vagueCodesOf(rule)].map((code) => code.toLowerCase())),
);

/** A code as a log may have it: one that is published, or the mark of one that is not. Whoever knows it can tell the same one again. */
export function redactCode(code: string): string {
  if (code === '') return '-';
  if (codes.has(code.toLowerCase()) || /^MnA[A-Z][A-Za-z]{3,70}$/.test(code)) return code;
  return `other-${hashOf(code).slice(0, 8)}`;
}
