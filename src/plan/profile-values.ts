import type { Finding } from './finding.ts';
import { finding } from './finding.ts';
import type { Profile } from './profile.ts';
import type { FieldId, ProfileValues } from './profile-field.ts';
import { fieldAt, fieldIds } from './profile-fields.ts';
import { err, ok, type Result } from './result.ts';

/** A profile as typed text per value: what flags, prompts and files have in common. */
export type ProfileTexts = Partial<Record<FieldId, string>>;

export const profileOf = (name: string, values: ProfileValues): Profile => ({
  name,
  source: {
    tenantId: values.sourceTenant,
    name: values.sourceName,
    domains: values.sourceDomains,
    hosts: values.sourceHosts,
    clientId: values.clientId,
  },
  target: {
    tenantId: values.targetTenant,
    name: values.targetName,
    domains: values.targetDomains,
    hosts: values.targetHosts,
    clientId: values.targetClientId,
  },
  auth: values.auth,
  isReadOnly: values.readOnly,
  authority: values.authority,
  targetHost: values.targetHost,
  targetOrgId: values.targetOrgId,
  targetLocation: values.targetLocation,
  targetRule: values.targetRule,
  window: values.window,
  zone: values.timeZone,
  limits: { budget: values.budget, maxPending: values.maxPending },
});

/** What stands at a path below a value; undefined where there is nothing. */
export const valueAt = (root: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined,
    root,
  );

/** The texts that give this profile again; what it does not say is left out. */
export const textsOfProfile = (profile: Profile): ProfileTexts =>
  Object.fromEntries(
    fieldIds.flatMap((id) => {
      const text = fieldAt(id).text(valueAt(profile, fieldAt(id).path));
      return text === '' ? [] : [[id, text]];
    }),
  );

/** The same with the empty text for what it does not say: whoever is asked keeps it so by Enter, and is offered nothing. */
export const wholeTextsOf = (profile: Profile): ProfileTexts => ({
  ...Object.fromEntries(fieldIds.map((id) => [id, ''])),
  ...textsOfProfile(profile),
});

/** Reads every text; all that cannot be read, and all that is missing, is told at once. */
export function readProfileTexts(name: string, texts: ProfileTexts): Result<Profile, readonly Finding[]> {
  const values: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const id of fieldIds) {
    const { isNeeded, read } = fieldAt(id);
    const text = texts[id] ?? '';
    const value = read(text);
    if (isNeeded && text.trim() === '') findings.push(missingValue(id));
    else if (value.ok) values[id] = value.value;
    else findings.push(unreadableValue(id, value.error));
  }
  return findings.length > 0 ? err(findings) : ok(profileOf(name, values as ProfileValues));
}

const missingValue = (id: FieldId): Finding => {
  const { flag, label, prompt, example } = fieldAt(id);
  return finding(
    {
      field: 'profile',
      code: `${id}Missing`,
      what: `${label} is not given.`,
      why: `A profile cannot do without it. ${prompt}`,
      next: `Give it, for example --${flag} ${example}.`,
    },
    { from: 'input' },
  );
};

/** What a flag takes for a tenant beside its id. */
const orDomain = (id: FieldId): string =>
  id === 'sourceTenant' || id === 'targetTenant' ? ' Or give one of its domains, such as contoso.com.' : '';

/** A value that cannot be read as its kind, named by its flag. */
const unreadableValue = (
  id: FieldId,
  { what, why, next, suggestion }: { what: string; why: string; next: string; suggestion?: string },
): Finding =>
  finding(
    {
      field: 'profile',
      code: `${id}Unreadable`,
      what: `--${fieldAt(id).flag}: ${what}`,
      why,
      next: `${next}${orDomain(id)}`,
    },
    { from: 'input', ...(suggestion === undefined ? {} : { suggestion }) },
  );
