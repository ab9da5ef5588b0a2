import { expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import type { Model } from '../../../src/wizard/screens.ts';
import { fakeEngine, modelWith } from '../../support/engine.ts';
import { renderScreen } from '../../support/screen.ts';
import { states } from '../../support/states.ts';

const theme = { ascii: false, colour: true, motion: false };

const screens: { name: string; model: Partial<Model>; shown: string }[] = [
  { name: 'the welcome', model: {}, shown: 'Where do you want to work?' },
  { name: 'a screen', model: { engine: fakeEngine(states.reviewing).engine }, shown: '1-4 edit' },
  {
    name: 'a field',
    model: { engine: fakeEngine(states['asking for a name']).engine },
    shown: 'Whose OneDrive moves?',
  },
];

test.each(screens)('Ctrl+L mends what something else wrote over: $name', async ({ model, shown }) => {
  const { press, waitFor, lines, term } = renderScreen(<WizardApp model={modelWith(model)} theme={theme} />, {
    alternateScreen: true,
    incrementalRendering: true,
  });
  await waitFor(shown);
  const before = await lines();
  term.write('\u001b7\u001b[2;1HBroadcast message: the system goes down\u001b8');
  await waitFor('Broadcast message');
  press('\u000c');
  await expect.poll(lines, { interval: 2 }).toEqual(before);
});
