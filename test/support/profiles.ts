import type { Profile } from '../../src/plan/profile.ts';
import { type ProfileTexts, readProfileTexts } from '../../src/plan/profile-values.ts';

/** The simulator's own pair of tenants. */
export const contoso = '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10';
export const fabrikam = '78d010af-72cb-412f-8779-18ce9b5f553b';

/** What a whole profile says, as flags would. */
export const pairTexts: ProfileTexts = {
  sourceTenant: contoso,
  sourceName: 'Contoso',
  sourceDomains: 'contoso.com,contoso.onmicrosoft.com',
  sourceHosts: 'https://contoso.sharepoint.com',
  targetTenant: fabrikam,
  targetName: 'Fabrikam',
  targetDomains: 'fabrikam.com,fabrikam.onmicrosoft.com',
  targetHosts: 'https://fabrikam.sharepoint.com',
  targetHost: 'https://fabrikam-my.sharepoint.com',
  targetRule: '{name}@fabrikam.com',
};

export function profileWith(texts: ProfileTexts = {}, name = 'c2f'): Profile {
  const read = readProfileTexts(name, { ...pairTexts, ...texts });
  if (!read.ok) throw new Error(read.error.map(({ what }) => what).join(' '));
  return read.value;
}

/** The same as flags of a command line. */
export const flagsOf = (texts: ProfileTexts): string[] =>
  Object.entries(texts).map(([id, text]) => {
    const flag = `--${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return id === 'readOnly' ? flag : `${flag}=${text}`;
  });
