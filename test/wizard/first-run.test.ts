import { describe, expect, it } from 'vitest';
import { firstRun } from '../../src/wizard/first-run.ts';

const titles = (byDevice: boolean): string[] =>
  firstRun({ byDevice, consentLink: null }).steps.map(({ title }) => title);

describe('what is read before the first move', () => {
  it('speaks of codes only where somebody wants to sign in by one', () => {
    expect(titles(true).filter((title) => !titles(false).includes(title))).toEqual(['Allow codes']);
  });

  it('says of each step who does it, and ends with what the reader does', () => {
    const { steps } = firstRun({ byDevice: false, consentLink: null });
    expect(steps.map(({ who }) => who)).toEqual([...Array(5).fill('sign-in admin'), 'you']);
  });

  it('has the consent link to copy where there is an app already', () => {
    const link = 'https://login.microsoftonline.com/x/v2.0/adminconsent?client_id=y';
    expect(firstRun({ byDevice: false, consentLink: link }).steps.map(({ copy }) => copy)).toContain(link);
  });

  it('fits on a screen of 79 columns', () => {
    const { why, steps } = firstRun({ byDevice: true, consentLink: null });
    for (const line of [...why, ...steps.flatMap(({ lines }) => lines)]) expect(line.length).toBeLessThanOrEqual(140);
  });
});
