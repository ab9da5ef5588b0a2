import { describe, expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import { ok } from '../../../src/plan/result.ts';
import { firstRun } from '../../../src/wizard/first-run.ts';
import type { Model, Place } from '../../../src/wizard/screens.ts';
import { fakeEngine, modelWith } from '../../support/engine.ts';
import { renderScreen } from '../../support/screen.ts';
import { states } from '../../support/states.ts';

const simulator: Place = {
  id: 'simulator',
  name: 'Simulator',
  about: 'Two made-up tenants.',
  status: 'No tenant needed',
  mode: 'simulator',
  facts: [],
};
const first = firstRun({ byDevice: false, consentLink: null });

function open(more: Partial<Model> = {}, [cols, rows] = [80, 24]) {
  const model = modelWith({ places: [simulator], firstRun: first, changeProfile: () => undefined, ...more });
  return renderScreen(<WizardApp model={model} theme={{ ascii: false, colour: false, motion: false }} />, {
    cols,
    rows,
  });
}

describe('when nothing is saved yet', () => {
  test('the first screen names every step and who takes it', async () => {
    const shown = await open().waitFor('f first steps');
    for (const { title, who } of first.steps) expect(shown).toMatch(new RegExp(`${title} +${who}`));
    expect(shown).toContain('n new profile');
  });

  test.each([
    [80, 24],
    [60, 16],
  ])('f tells each step in full, in a window of %i x %i, and where all of it stands', async (...size) => {
    const { press, waitFor, lines } = open({}, size);
    await waitFor('f first steps');
    press('f');
    for (const [at, step] of first.steps.entries()) {
      press(String(at + 1));
      await waitFor(`Step ${at + 1} of ${first.steps.length}`);
      const shown = (await lines()).join(' ').replace(/\s+/g, ' ');
      for (const text of [...step.lines, step.copy ?? '']) expect(shown).toContain(text);
      if (size[1] === 24) expect(shown).toContain('docs/app-registration.md');
    }
  });

  test('y copies what a field there wants', async () => {
    const copied: string[] = [];
    const hands = {
      ...modelWith().hands,
      copy: async (text: string) => (copied.push(text) > 0 ? ('clipboard' as const) : ('none' as const)),
    };
    const { press, waitFor } = open({ hands });
    await waitFor('f first steps');
    press('f');
    await waitFor('Step 1 of');
    press('2');
    await waitFor('Step 2 of');
    press('y');
    await waitFor('is on the clipboard.');
    expect(copied).toEqual(['http://localhost']);
  });

  test('n makes a profile, from both screens', async () => {
    for (const keys of ['n', 'fn']) {
      const wishes: unknown[] = [];
      const { press, waitFor, waitUntilExit } = open({ changeProfile: (wish) => wishes.push(wish) });
      await waitFor('f first steps');
      for (const key of keys) {
        press(key);
        if (key === 'f') await waitFor('Step 1 of');
      }
      await waitUntilExit();
      expect(wishes).toEqual([{ edit: null }]);
    }
  });

  test('d shows the demo, Esc goes back', async () => {
    const { press, waitFor } = open({ open: async () => ok(fakeEngine(states.reviewing).engine) });
    await waitFor('f first steps');
    press('f');
    await waitFor('Step 1 of');
    press('\u001b');
    await waitFor('Where do you want to work?');
    press('f');
    await waitFor('Step 1 of');
    press('d');
    await waitFor('This is what the dry run sends');
  });
});

test('with a profile nothing of it is shown', async () => {
  const profile = { ...simulator, id: 'profile:c2f', name: 'c2f', profile: 'c2f', mode: 'live' as const };
  const model = modelWith({ places: [profile, simulator] });
  const { waitFor, press } = renderScreen(
    <WizardApp model={model} theme={{ ascii: false, colour: false, motion: false }} />,
    {},
  );
  const shown = await waitFor('Where do you want to work?');
  expect(shown).not.toContain('first steps');
  press('f');
});
