import { type Finding, finding } from '../plan/finding.ts';
import { quoted } from '../plan/parse/readable.ts';
import type { Profile } from '../plan/profile.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';

/** The saved profile of a name; null where none is named. */
export async function profileNamed(
  name: string | null,
  _ports: Ports,
): Promise<Result<Profile | null, readonly Finding[]>> {
  return name === null ? ok(null) : err([profileUnknown(name)]);
}

/** A profile that is named and not used would hold nothing to its tenants. */
const profileUnknown = (name: string): Finding =>
  finding(
    {
      field: 'command',
      code: 'profileUnknown',
      what: `There is no profile ${quoted(name)}.`,
      why: 'This version has no profiles yet, so nothing would be held to the tenants of this one.',
      next: 'Leave out --profile and CROSSORG_PROFILE, and name the tenant with --source-tenant.',
    },
    { from: 'input' },
  );
