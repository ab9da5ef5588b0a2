import { tasksPath } from '../plan/request.ts';
import type { SourceKey } from '../tasks/task.ts';

/** A string inside an OData URL: every quote doubled, then percent-encoded, so that `#EXT#`, `/` and `:` survive. */
const literal = (text: string): string =>
  `'${encodeURIComponent(text.toWellFormed().replaceAll("'", "''")).replaceAll("'", '%27')}'`;

export const taskPath = (id: string): string => `${tasksPath}/${encodeURIComponent(id.toWellFormed())}`;

export const cancelPath = (id: string): string => `${taskPath(id)}/cancel`;

/** Follows `getBySourceUserPrincipalName`, `getBySourceSiteUrl` and `getBySourceGroupMailNickname` (beta). */
export function sourcePath(key: SourceKey): string {
  switch (key.type) {
    case 'user':
      return `${tasksPath}/getBySourceUserPrincipalName(sourcePrincipalName=${literal(key.upn)})`;
    case 'site':
      return `${tasksPath}/getBySourceSiteUrl(sourceSiteUrl=${literal(key.url)})`;
    case 'group':
      return `${tasksPath}/getBySourceGroupMailNickname(sourceGroupMailNickname=${literal(key.mailNickname)})`;
  }
}
