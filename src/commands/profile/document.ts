import { besides } from '../../frontends/layout.ts';
import { documentOf, type Face, nextSteps, noFace } from '../../frontends/output.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Profile } from '../../plan/profile.ts';
import type { FieldId } from '../../plan/profile-field.ts';
import { fieldAt, fieldIds } from '../../plan/profile-fields.ts';
import { valueAt } from '../../plan/profile-values.ts';

/** A value as it is shown, with where it comes from. */
export type ShownValue = { name: FieldId; value: string | null; origin: 'profile' | 'default' };

/** Every value of a profile; what it does not say is null, and holds as the default says. */
export const shownValues = (profile: Profile): ShownValue[] =>
  fieldIds.map((name) => {
    const text = fieldAt(name).text(valueAt(profile, fieldAt(name).path));
    return text === '' ? { name, value: null, origin: 'default' } : { name, value: text, origin: 'profile' };
  });

const labelWidth = 26;
const byId = 'none: the organization id names the target';
const originWidth = 9;

/** One line for each value: label, value or what holds without one, origin. */
export function valueLines(values: readonly ShownValue[], width: number): string[] {
  const isById = values.some(({ name, value }) => name === 'targetOrgId' && value !== null);
  return values.flatMap(({ name, value, origin }) => {
    const { label, otherwise } = fieldAt(name);
    const text = value?.replaceAll(',', ', ') ?? (isById && name === 'targetHost' ? byId : otherwise);
    const [first = '', ...rest] = besides(`  ${label}`, text, { column: labelWidth, width: width - originWidth });
    return [`${first.padEnd(width - originWidth)}  ${origin}`, ...rest];
  });
}

const profileJson = (profile: Profile) => ({
  name: profile.name,
  source: { tenantId: profile.source.tenantId, name: profile.source.name },
  target: { tenantId: profile.target.tenantId, name: profile.target.name },
  readOnly: profile.isReadOnly,
  values: shownValues(profile),
});

const faceOf = ({ name, source, target }: Profile): Face => ({
  ...noFace,
  profile: name,
  source: { tenantId: source.tenantId, name: source.name },
  target: { tenantId: target.tenantId, name: target.name },
});

export type ListedProfile = { profile: Profile; usedAt: number | undefined };

type Told = { exitCode?: number; findings?: readonly Finding[]; more?: Readonly<Record<string, unknown>> };

/** The document of a command about one profile; null once it is gone. */
export const profileDocument = (profile: Profile, { exitCode = 0, findings = [], more = {} }: Told = {}) =>
  documentOf('profile', exitCode, faceOf(profile), {
    name: profile.name,
    values: shownValues(profile),
    findings,
    next: nextSteps(findings),
    ...more,
  });

/** The document of a command about several. */
export const profilesDocument = (
  listed: readonly ListedProfile[],
  { exitCode = 0, findings = [], more = {} }: Told = {},
) =>
  documentOf('profiles', exitCode, noFace, {
    profiles: listed.map(({ profile, usedAt }) => ({
      ...profileJson(profile),
      usedAt: usedAt === undefined ? null : new Date(usedAt).toISOString(),
    })),
    findings,
    next: nextSteps(findings),
    ...more,
  });
