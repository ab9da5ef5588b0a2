const prefix = 'SharePointCrossTenantMigration';

/** To look; neither of the two covers the other. */
export const readPermission = `${prefix}.Read.All`;
/** To dry-run, move and cancel. */
export const managePermission = `${prefix}.Manage.All`;

export type Needs = 'read' | 'all';

/** What is to be granted: everything asks for both at once, except what only ever looks. */
export const permissionsFor = (needs: Needs): readonly string[] =>
  needs === 'read' ? [readPermission] : [readPermission, managePermission];

/** Which of them are not among the granted ones. */
export function missingPermissions(granted: readonly string[], needs: Needs): readonly string[] {
  const own = new Set(granted.map((permission) => permission.toLowerCase()));
  return permissionsFor(needs).filter((permission) => !own.has(permission.toLowerCase()));
}
