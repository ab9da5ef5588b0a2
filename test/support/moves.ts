/** What moves, where to, and how the target is addressed: everything a migration needs. */
export const userMove = (name = 'dana', target = `${name}@fabrikam.com`): string[] => [
  ...['migrate', 'user', `${name}@contoso.com`],
  ...['--target', target, '--target-host', 'https://fabrikam-my.sharepoint.com'],
];

export const siteMove = (path = '/sites/IT'): string[] => [
  ...['migrate', 'site', `https://contoso.sharepoint.com${path}`],
  ...['--target', `https://fabrikam.sharepoint.com${path}`, '--target-host', 'https://fabrikam-my.sharepoint.com'],
];

export const groupMove = (name = 'finance-eu'): string[] => [
  ...['migrate', 'group', name, '--target', name],
  ...['--target-host', 'https://fabrikam-my.sharepoint.com'],
];

export const simulated = ['--simulator'];
export const confirmed = ['--confirm', 'yes'];
