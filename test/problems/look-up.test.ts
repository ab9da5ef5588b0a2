import { describe, expect, it } from 'vitest';
import { allEntries, lookUp } from '../../src/problems/look-up.ts';
import { hideSecrets } from '../../src/problems/secrets.ts';

const first = (text: string) => lookUp(text)[0]?.code ?? null;

describe('looking up what an error means', () => {
  it.each([
    { name: 'a code', text: 'MnAOdbUsersAreNotLicensed', code: 'MnAOdbUsersAreNotLicensed' },
    { name: 'a code in lower case', text: 'mnaodbusersarenotlicensed', code: 'MnAOdbUsersAreNotLicensed' },
    { name: 'a code without its prefix', text: 'OdbUsersAreNotLicensed', code: 'MnAOdbUsersAreNotLicensed' },
    {
      name: 'a code in brackets in a sentence',
      text: 'it said [MnATargetUpnIsInvalid] again',
      code: 'MnATargetUpnIsInvalid',
    },
    { name: 'a code of our own', text: 'unconfirmed', code: 'unconfirmed' },
    { name: 'a code of the other API', text: 'migr-002', code: 'MIGR-002' },
    { name: 'a number from the field', text: 'Error -161', code: '-161' },
    { name: 'the same number bare', text: '161', code: '-161' },
    { name: 'a status with its word', text: 'HTTP 429', code: 'http429' },
    {
      name: 'a status in a log line',
      text: 'request returned status code 501 after 2 s from the server of the tenant',
      code: 'http501',
    },
    { name: 'a status only the class of which is known', text: '418', code: 'http4xx' },
    {
      name: 'a wording',
      text: "Identity map entry for source UPN a@b.com doesn't exist on the target tenant.",
      code: 'MnAIdentityMapEntryDoesNotExistsForSourceUPN',
    },
    {
      name: 'a whole JSON body',
      text: '{"error": {"code": "MnABYOKEnabledOnSourceTenant", "message": "BYOK", "innerError": {"request-id": "1", "date": "x"}}}',
      code: 'MnABYOKEnabledOnSourceTenant',
    },
    {
      name: 'a cut JSON body without a code',
      text: '{"error":{"code":"","message":"Unable to get a OneDrive URL for source us',
      code: 'MnAOdbFailedToGetUrlForSourceUPN',
    },
    {
      name: 'a PowerShell line',
      text: "Add-SPOTenantIdentityMap : The process cannot access the file 'C:\\map.csv' because it is being used by another process.\nAt line:1 char:1",
      code: 'mapFileInUse',
    },
    {
      name: 'an escape sequence around a code',
      text: '\u001b[31mFeatureIsNotEnabled\u001b[0m',
      code: 'FeatureIsNotEnabled',
    },
    { name: 'a number of the sign-in service', text: 'AADSTS50105', code: 'AADSTS50105' },
    { name: 'the same number alone', text: '50105', code: 'AADSTS50105' },
    { name: 'the same number in words', text: 'error code: 50105', code: 'AADSTS50105' },
    {
      name: "the details of Microsoft's own page",
      text: 'Troubleshooting details Error Code: 53003 Request Id: 9d0c1111-0000-4000-8000-000000000001 App name: crossorg App id: 3f2a Device state: Unregistered',
      code: 'AADSTS53003',
    },
    {
      name: 'a whole answer of the sign-in service',
      text: '{"error":"invalid_grant","error_description":"AADSTS50173: The provided grant has expired.\\r\\nTrace ID: 1","error_codes":[50173],"suberror":"token_expired"}',
      code: 'AADSTS50173',
    },
    { name: 'a word of OAuth', text: 'interaction_required', code: 'interaction_required' },
    { name: 'another word for the same', text: 'authorization_declined', code: 'access_denied' },
    {
      name: 'an error of the sign-in library',
      text: 'ClientAuthError: endpoints_resolution_error: Endpoints cannot be resolved',
      code: 'endpoints_resolution_error',
    },
  ])('finds $name', ({ text, code }) => {
    expect(first(text)).toBe(code);
  });

  it.each([
    { name: 'a code of the sign-in service that is not known', text: 'AADSTS99999' },
    {
      name: 'its whole message',
      text: 'AADSTS99999: The user has to wait in the directory until the moon is full',
    },
    { name: 'a code nobody knows', text: 'MnASomethingNew' },
    { name: 'nothing', text: '  ' },
    { name: 'words that fit nothing', text: 'purple elephants' },
    { name: 'a status that does not exist', text: '999' },
  ])('has nothing to say to $name', ({ text }) => {
    expect(lookUp(text)).toEqual([]);
  });

  it('finds all rules of a status, moves before mappings and whole classes last', () => {
    expect(lookUp('404').map((entry) => entry.code)).toEqual([
      'http404',
      'http404Service',
      'mappingNotFound',
      'http4xx',
    ]);
  });

  it('finds rules by a few words in either spelling', () => {
    expect(lookUp('license').map((entry) => entry.code)).toContain('MnAOdbUsersAreNotLicensed');
    expect(lookUp('identity map').length).toBeGreaterThan(3);
    expect(lookUp('recycle bin').map((entry) => entry.code)).toContain('MnASiteMoveTargetUrlHasWriteConflict');
  });

  it('lists everything without open placeholders', () => {
    const text = JSON.stringify(allEntries().map(({ what, why, next }) => ({ what, why, next })));
    expect(allEntries().length).toBeGreaterThan(90);
    expect(text).not.toMatch(/\{\w+\}/u);
  });

  it('says nothing that the hiding of secrets takes for one', () => {
    const texts = allEntries().flatMap(({ what, why, next }) => [
      ...[what, why],
      ...next.flatMap((step) => [step.do, step.command ?? '']),
    ]);
    expect(texts.filter((text) => hideSecrets(text) !== text)).toEqual([]);
  });

  it('survives a megabyte of text', () => {
    const started = performance.now();
    lookUp('error '.repeat(200_000));
    lookUp('{'.repeat(1_000_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
