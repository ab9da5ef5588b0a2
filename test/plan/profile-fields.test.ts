import { describe, expect, test } from 'vitest';
import { flagKey } from '../../src/commands/command.ts';
import { completeTexts } from '../../src/plan/profile-complete.ts';
import type { FieldId } from '../../src/plan/profile-field.ts';
import { fieldAt, fieldIds } from '../../src/plan/profile-fields.ts';
import { answerFindings, pairFindings } from '../../src/plan/profile-pair.ts';
import { readProfileTexts, textsOfProfile } from '../../src/plan/profile-values.ts';
import { contoso, fabrikam, pairTexts, profileWith } from '../support/profiles.ts';
import { faultsIn } from './support/wording.ts';

const everyText: { [K in FieldId]: string } = {
  ...(pairTexts as { [K in FieldId]: string }),
  targetHost: '',
  targetOrgId: fabrikam,
  targetLocation: 'FRA',
  window: '22:00-06:00',
  timeZone: 'Europe/Berlin',
  auth: 'certificate',
  clientId: '0f6b7c1e-6a0b-4f0e-9d55-0a4a7c6b1d20',
  targetClientId: '5d0a3b57-0b5c-4f5a-8a51-6a3f4f0d7c11',
  authority: 'https://login.example.com/x',
  readOnly: 'yes',
  budget: '600',
  maxPending: '4000',
};

test('a profile is the same as texts and as values', () => {
  const { targetHost: _, ...said } = everyText;
  expect(textsOfProfile(profileWith(everyText))).toEqual(said);
});

test.each(fieldIds)('the flag of %s is its name, and its question fits a line', (id) => {
  const { flag, prompt, help, example } = fieldAt(id);
  expect(flagKey(flag)).toBe(id);
  expect(prompt.length).toBeLessThanOrEqual(60);
  expect(help).toMatch(/\.$/);
  expect(fieldAt(id).read(id.endsWith('Tenant') ? contoso : example).ok).toBe(true);
});

type Row = { id: FieldId; text: string; read: string };

const spellings: Row[] = [
  { id: 'sourceTenant', text: contoso.toUpperCase(), read: contoso },
  {
    id: 'sourceDomains',
    text: ' @Contoso.com ,contoso.onmicrosoft.com;contoso.com',
    read: 'contoso.com,contoso.onmicrosoft.com',
  },
  { id: 'sourceHosts', text: 'contoso-admin.sharepoint.com', read: 'https://contoso.sharepoint.com' },
  { id: 'sourceHosts', text: 'HTTPS://contosoEUR-my.sharepoint.com/x', read: 'https://contosoeur-my.sharepoint.com' },
  { id: 'targetHost', text: 'fabrikam.sharepoint.com', read: 'https://fabrikam-my.sharepoint.com' },
  { id: 'targetLocation', text: 'fra', read: 'FRA' },
  { id: 'targetLocation', text: 'Default', read: 'default' },
  { id: 'targetRule', text: '{NAME}.ext@Fabrikam.com', read: '{name}.ext@fabrikam.com' },
  { id: 'window', text: '22:00 – 6:00', read: '22:00-06:00' },
  { id: 'auth', text: 'Browser', read: 'browser' },
  { id: 'auth', text: '', read: 'browser' },
  { id: 'authority', text: 'https://login.microsoftonline.com/', read: '' },
  { id: 'authority', text: 'https://login.Example.com/', read: 'https://login.example.com' },
  { id: 'readOnly', text: 'no', read: '' },
  { id: 'budget', text: ' 900 ', read: '900' },
];

test.each(spellings)('$text as $id is brought into one form', ({ id, text, read }) => {
  const value = fieldAt(id).read(text);
  expect(value.ok && fieldAt(id).text(value.value)).toBe(read);
});

const unreadable: { id: FieldId; text: string; suggestion?: string }[] = [
  { id: 'sourceTenant', text: 'contoso' },
  { id: 'sourceTenant', text: '00000000-0000-0000-0000-000000000000' },
  { id: 'sourceTenant', text: `{${contoso}}`, suggestion: contoso },
  { id: 'sourceName', text: 'x'.repeat(61) },
  { id: 'sourceName', text: 'Con\u202etoso', suggestion: 'Contoso' },
  { id: 'sourceDomains', text: 'contoso' },
  { id: 'sourceDomains', text: 'dana@contoso.com', suggestion: 'contoso.com' },
  { id: 'sourceHosts', text: 'contoso.com' },
  { id: 'sourceHosts', text: 'contoso', suggestion: 'https://contoso.sharepoint.com' },
  { id: 'targetHost', text: 'fabrikam', suggestion: 'https://fabrikam-my.sharepoint.com' },
  { id: 'targetOrgId', text: 'fabrikam.com' },
  { id: 'targetLocation', text: 'France', suggestion: 'FRA' },
  { id: 'targetRule', text: 'dana@fabrikam.com' },
  { id: 'targetRule', text: '{name}{name}@fabrikam.com' },
  { id: 'targetRule', text: '{name}@{name}.com' },
  { id: 'targetRule', text: '{name}@fabrikam' },
  { id: 'targetRule', text: 'fabrikam.com', suggestion: '{name}@fabrikam.com' },
  { id: 'window', text: '22:00' },
  { id: 'window', text: '25:00-06:00' },
  { id: 'window', text: '22:00-22:00' },
  { id: 'window', text: '22-6', suggestion: '22:00-06:00' },
  { id: 'timeZone', text: 'Mars/Phobos' },
  { id: 'auth', text: 'password' },
  { id: 'clientId', text: 'my app' },
  { id: 'authority', text: 'http://login.example.com' },
  { id: 'authority', text: 'https://mia:secret@login.example.com' },
  { id: 'authority', text: 'https://login.example.com/?x=1' },
  { id: 'readOnly', text: 'maybe' },
  { id: 'budget', text: '0' },
  { id: 'maxPending', text: '12,5' },
];

test.each(unreadable)('$text is not taken for $id, in words that help', ({ id, text, suggestion }) => {
  const value = fieldAt(id).read(text);
  if (value.ok) return expect.fail(`${text} was read`);
  expect(faultsIn(value.error)).toEqual([]);
  expect(value.error.suggestion).toBe(suggestion);
});

test('everything that is missing or cannot be read is told at once', () => {
  const read = readProfileTexts('c2f', { sourceTenant: contoso, sourceName: ' ', window: 'night' });
  expect(read.ok ? [] : read.error.map(({ code, from }) => `${from} ${code}`)).toEqual([
    'input sourceNameMissing',
    'input targetTenantMissing',
    'input targetNameMissing',
    'input windowUnreadable',
  ]);
});

describe('a profile judged as one', () => {
  const rows = [
    { name: 'as it should be', texts: {}, codes: [] },
    { name: 'one tenant on both sides', texts: { targetTenant: contoso }, codes: ['profileOneTenant'] },
    {
      name: 'a domain on both sides',
      texts: { targetDomains: 'fabrikam.com,contoso.com' },
      codes: ['profileSharedValue'],
    },
    {
      name: 'a host on both sides, in two spellings',
      texts: { targetHosts: 'fabrikam.sharepoint.com,contoso-my.sharepoint.com' },
      codes: ['profileSharedValue'],
    },
    { name: 'a target named twice', texts: { targetOrgId: fabrikam }, codes: ['profileTargetTwice'] },
    {
      name: 'a target host of the source',
      texts: { targetHost: 'contoso.sharepoint.com' },
      codes: ['profileHostOfSource'],
    },
    {
      name: 'a target host that is not listed',
      texts: { targetHost: 'wingtip-my.sharepoint.com' },
      codes: ['profileHostNotListed'],
    },
    { name: 'a location beside a host', texts: { targetLocation: 'FRA' }, codes: ['profileLocationAlone'] },
    {
      name: 'the organization id of another tenant',
      texts: { targetHost: '', targetOrgId: contoso },
      codes: ['profileOrganizationElsewhere'],
    },
    { name: 'a rule into the source', texts: { targetRule: '{name}@contoso.com' }, codes: ['profileRuleToSource'] },
    { name: 'a rule into nowhere', texts: { targetRule: '{name}@wingtip.com' }, codes: ['profileRuleElsewhere'] },
  ];

  test.each(rows)('$name', ({ texts, codes }) => {
    const profile = profileWith(texts);
    const findings = [...pairFindings(profile), ...answerFindings(profile)];
    expect(findings.map(({ code }) => code)).toEqual(codes);
    for (const one of findings)
      expect(faultsIn({ ...one, next: one.next.map((step) => step.do).join(' ') })).toEqual([]);
  });
});

const derived = [
  { name: 'names from domains', texts: { sourceDomains: 'contoso.onmicrosoft.com' }, more: { sourceName: 'Contoso' } },
  {
    name: 'name and hosts of the target from its host',
    texts: { targetHost: 'https://fabrikam-my.sharepoint.com' },
    more: { targetName: 'Fabrikam', targetHosts: 'https://fabrikam.sharepoint.com' },
  },
  { name: 'nothing where something was given', texts: { sourceDomains: 'contoso.com', sourceName: 'HQ' }, more: {} },
];

test.each(derived)('what follows: $name', ({ texts, more }) => {
  expect(completeTexts(texts)).toEqual({ ...texts, ...more });
});
