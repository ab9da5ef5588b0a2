import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import { differences, sameParameters } from '../../src/tasks/differences.ts';
import { compareEcho } from '../../src/tasks/echo.ts';
import { groupPlan, idPlan, moveOf, sitePlan, taskOf, userPlan } from './moves.ts';

const asked = {
  sourceUserIdentity: { userPrincipalName: 'dana@contoso.com' },
  targetOrganizationHost: 'https://fabrikam-my.sharepoint.com',
};
const wanted = { ...asked, targetUserIdentity: { userPrincipalName: 'dana.lee@fabrikam.com' } };
const organization = { by: 'organization', organizationId: '78d010af-72cb-412f-8779-18ce9b5f553b' } as const;
const inFrance: Plan = { ...userPlan, destination: { ...organization, location: 'FRA' } };
const atDefault: Plan = { ...userPlan, destination: { ...organization, location: null } };
const saturday = Date.UTC(2026, 11, 5, 22);
const scheduled: Plan = { ...userPlan, start: saturday, latestStart: saturday + 3_600_000 };
const siteForm = {
  sourceSiteUrl: 'https://contoso-my.sharepoint.com/personal/dana_contoso_com',
  targetSiteUrl: 'https://fabrikam-my.sharepoint.com/personal/dana_lee_fabrikam_com/',
};

const published = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/graph/${name}.json`, import.meta.url), 'utf8')).response.body;

const alike: { name: string; plan: Plan; parameters: object; same?: string }[] = [
  { name: 'the same words', plan: userPlan, parameters: wanted },
  {
    name: 'another case',
    plan: userPlan,
    parameters: { ...wanted, targetUserIdentity: { userPrincipalName: 'Dana.Lee@Fabrikam.com' } },
  },
  {
    name: 'a host with a slash',
    plan: userPlan,
    parameters: { ...wanted, targetOrganizationHost: 'https://Fabrikam-my.sharepoint.com/' },
  },
  {
    name: 'the root host',
    plan: userPlan,
    parameters: { ...wanted, targetOrganizationHost: 'fabrikam.sharepoint.com' },
  },
  {
    name: 'the admin host',
    plan: userPlan,
    parameters: { ...wanted, targetOrganizationHost: 'https://fabrikam-admin.sharepoint.com' },
  },
  {
    name: 'an organization id that was filled in',
    plan: userPlan,
    parameters: { ...wanted, targetOrganizationId: organization.organizationId },
  },
  { name: 'nothing at all', plan: userPlan, parameters: {}, same: 'unknown' },
  { name: 'validateOnly: false', plan: userPlan, parameters: { ...wanted, validateOnly: false } },
  { name: 'the site form of a user task', plan: userPlan, parameters: siteForm },
  {
    name: 'a site form with a number',
    plan: userPlan,
    parameters: { targetSiteUrl: `${siteForm.targetSiteUrl.slice(0, -1)}2` },
  },
  { name: 'a replaced null location', plan: atDefault, parameters: { ...wanted, targetDataLocationCode: 'FRA' } },
  { name: 'a location in small letters', plan: inFrance, parameters: { ...wanted, targetDataLocationCode: 'fra' } },
  {
    name: 'a rounded start',
    plan: scheduled,
    parameters: {
      ...wanted,
      preferredStartDateTime: '2026-12-5T22:00:30Z',
      preferredLatestStartDateTime: '2026-12-05T23:00:00Z',
    },
  },
  {
    name: 'a site with a slash',
    plan: sitePlan,
    parameters: { sourceSiteUrl: `${sitePlan.source.url}/`, targetSiteUrl: sitePlan.target.url.toLowerCase() },
  },
  { name: 'a group', plan: groupPlan, parameters: { targetGroupIdentity: { mailNickname: 'Finance-EU' } } },
  { name: 'sign-in names for object ids', plan: idPlan, parameters: { ...wanted }, same: 'unknown' },
  {
    name: 'sign-in names beside object ids',
    plan: idPlan,
    parameters: {
      targetUserIdentity: { userPrincipalName: 'x@fabrikam.com', id: 'CB53EA98-6151-44cc-9c21-098a3c3e3988' },
    },
  },
];

const different: { name: string; plan: Plan; parameters: object; field: string }[] = [
  {
    name: 'another source',
    plan: userPlan,
    parameters: { ...wanted, sourceUserIdentity: { userPrincipalName: 'erin@contoso.com' } },
    field: 'source',
  },
  {
    name: 'another target',
    plan: userPlan,
    parameters: { ...wanted, targetUserIdentity: { userPrincipalName: 'erin@fabrikam.com' } },
    field: 'target',
  },
  {
    name: 'another target in site form',
    plan: userPlan,
    parameters: { targetSiteUrl: 'https://fabrikam-my.sharepoint.com/personal/erin_fabrikam_com' },
    field: 'target',
  },
  {
    name: 'another object id',
    plan: idPlan,
    parameters: { targetUserIdentity: { id: organization.organizationId } },
    field: 'target',
  },
  {
    name: 'another host',
    plan: userPlan,
    parameters: { ...wanted, targetOrganizationHost: 'https://tailspin-my.sharepoint.com' },
    field: 'targetHost',
  },
  {
    name: 'another organization',
    plan: inFrance,
    parameters: { ...wanted, targetOrganizationId: idPlan.source.by === 'id' ? idPlan.source.id : '' },
    field: 'targetOrgId',
  },
  {
    name: 'another location',
    plan: inFrance,
    parameters: { ...wanted, targetDataLocationCode: 'NAM' },
    field: 'targetLocation',
  },
  {
    name: 'another site',
    plan: sitePlan,
    parameters: { targetSiteUrl: 'https://fabrikam.sharepoint.com/sites/HR' },
    field: 'target',
  },
  {
    name: 'a group for a site',
    plan: sitePlan,
    parameters: { sourceGroupIdentity: { mailNickname: 'it' } },
    field: 'source',
  },
  {
    name: 'another group',
    plan: groupPlan,
    parameters: { targetGroupIdentity: { mailNickname: 'hr' } },
    field: 'target',
  },
];

describe('the echo of a live create', () => {
  it.each(alike)('is fine with $name', ({ plan, parameters }) => {
    expect(compareEcho(moveOf(plan), taskOf({ parameters }))).toEqual([]);
  });

  it.each(different)('is an alarm with $name', ({ plan, parameters, field }) => {
    const findings = compareEcho(moveOf(plan), taskOf({ parameters }));
    expect(findings).toMatchObject([{ severity: 'error', code: 'echoDiffers', from: 'service', field }]);
    expect(findings[0]?.next[0].command).toBe('crossorg cancel 3ed6d46d-13a3-4995-b6ea-a74a20b1fac0');
  });

  it('is an alarm when the service only validated', () => {
    const [alarm] = compareEcho(moveOf(userPlan), taskOf({ parameters: { ...wanted, validateOnly: true } }));
    expect(alarm).toMatchObject({ severity: 'error', code: 'echoDiffers', field: 'task' });
  });

  it('is a warning with another start time', () => {
    const parameters = {
      ...wanted,
      preferredStartDateTime: '2026-12-06T22:00:00Z',
      preferredLatestStartDateTime: '2026-12-05T23:00:00Z',
    };
    expect(compareEcho(moveOf(scheduled), taskOf({ parameters }))).toMatchObject([
      { severity: 'warning', field: 'start', what: expect.stringContaining('2026-12-06T22:00:00Z') },
    ]);
  });

  it('is a warning where a task that has not begun names no times: it may begin at once', () => {
    expect(compareEcho(moveOf(scheduled), taskOf({ parameters: wanted }))).toMatchObject([
      { severity: 'warning', field: 'start', what: expect.stringContaining('is now') },
      { severity: 'warning', field: 'latestStart' },
    ]);
    expect(sameParameters(moveOf(scheduled), taskOf({ parameters: wanted }))).toBe('different');
  });

  it('never prints what a terminal would obey, nor a command with a strange id', () => {
    const parameters = { ...wanted, targetUserIdentity: { userPrincipalName: 'e\u001b[31mrin@fabrikam.com' } };
    const [alarm] = compareEcho(moveOf(userPlan), taskOf({ id: '1; rm -rf .', parameters }));
    expect(alarm?.what).not.toContain('\u001b');
    expect(alarm?.next[0].command).toBeUndefined();
  });

  it('is fine with the published answer to an object id', () => {
    const plan: Plan = { ...idPlan, destination: { ...organization, location: null } };
    expect(compareEcho(moveOf(plan), taskOf(published('create-3-user-by-object-id-with-data-location')))).toEqual([]);
  });
});

describe('a task that was there before', () => {
  it.each(alike)('does what the plan wants with $name', ({ plan, parameters, same = 'same' }) => {
    expect(sameParameters(moveOf(plan), taskOf({ parameters }))).toBe(same);
  });

  it.each(different)('does something else with $name', ({ plan, parameters, field }) => {
    const move = moveOf(plan);
    const task = taskOf({ parameters });
    expect(sameParameters(move, task)).toBe('different');
    const [difference] = differences(move, task);
    expect(difference).toMatchObject({
      name: field,
      ours: expect.stringMatching(/./),
      theirs: expect.stringMatching(/./),
    });
  });

  it.each([
    { name: 'queued with another start', json: { status: 'notStarted' }, same: 'different' },
    { name: 'running, so that its start is past', json: { status: 'inProgress' }, same: 'same' },
    { name: 'completed', json: { status: 'completed' }, same: 'same' },
  ])('is compared by its schedule when it is $name', ({ json, same }) => {
    const parameters = { ...wanted, preferredStartDateTime: '2026-12-06T22:00:00Z' };
    expect(sameParameters(moveOf(userPlan), taskOf({ ...json, parameters }))).toBe(same);
  });

  it('is no move when it was only a dry run', () => {
    expect(sameParameters(moveOf(userPlan), taskOf({ parameters: { ...wanted, validateOnly: true } }))).toBe(
      'different',
    );
  });
});
