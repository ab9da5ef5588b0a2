const learn = 'https://learn.microsoft.com';
const oneDrive = `${learn}/microsoft-365/enterprise/cross-tenant-onedrive-migration`;

/** Pages of Microsoft Learn that findings point to. */
export const links = {
  oneDrive,
  trust: `${oneDrive}-step2`,
  accounts: `${oneDrive}-step4`,
  identityMap: `${oneDrive}-step5`,
  start: `${oneDrive}-step6`,
  afterwards: `${oneDrive}-step7`,
  sharePoint: `${learn}/microsoft-365/enterprise/cross-tenant-sharepoint-migration`,
  throttling: `${learn}/graph/throttling`,
  errors: `${learn}/graph/errors`,
  permissions: `${learn}/graph/permissions-reference`,
  lockState: `${learn}/sharepoint/manage-lock-status`,
  signInErrors: `${learn}/entra/identity-platform/reference-error-codes`,
  conditionalAccess: `${learn}/entra/identity/conditional-access/troubleshoot-conditional-access`,
  adminConsent: `${learn}/entra/identity/enterprise-apps/grant-admin-consent`,
  certificates: `${learn}/entra/identity-platform/how-to-add-credentials`,
  federation: `${learn}/entra/workload-id/workload-identity-federation`,
  orchestrator: `${learn}/microsoft-365/migration/migration-orchestrator-5-running-migration`,
} as const;
