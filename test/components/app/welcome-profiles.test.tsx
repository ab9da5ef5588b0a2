import { expect, test } from 'vitest';
import { WizardApp } from '../../../components/app/WizardApp.tsx';
import { ok } from '../../../src/plan/result.ts';
import type { Model, Place, ProfileWish } from '../../../src/wizard/screens.ts';
import { fakeEngine, modelWith } from '../../support/engine.ts';
import { renderScreen } from '../../support/screen.ts';
import { aFinding, states } from '../../support/states.ts';

const theme = { ascii: false, colour: true, motion: false };
const down = '\u001b[B';

const profile = (name: string, about: string, more: Partial<Place> = {}): Place => ({
  id: `profile:${name}`,
  name,
  about,
  status: 'Not signed in',
  mode: 'live',
  profile: name,
  used: 'never used',
  facts: [{ term: 'Source', value: `the source of ${name}` }],
  ...more,
});

const simulator: Place = {
  id: 'simulator',
  name: 'Simulator',
  about: 'Two made-up tenants.',
  status: 'No tenant needed',
  mode: 'simulator',
  facts: [],
};

const two = [
  profile('c2f', 'from Contoso to Fabrikam', { used: 'used today' }),
  profile('n2f', 'from Northwind to Fabrikam', { status: 'Check: token expired', used: 'used 3 Nov' }),
  simulator,
];
const many = [...two, ...['w2a', 'w2b', 'w2c', 'w2d'].map((name) => profile(name, `from Wingtip to ${name}`))];

function open(model: Partial<Model>, size = {}) {
  const chosen: string[] = [];
  const screen = renderScreen(
    <WizardApp
      model={modelWith({
        places: two,
        open: async (place) => {
          chosen.push(place.name);
          return ok(fakeEngine(states['asking for the type']).engine);
        },
        ...model,
      })}
      theme={theme}
    />,
    { incrementalRendering: true, ...size },
  );
  return { ...screen, chosen };
}

test('profiles stand in columns, the last used first and chosen by Enter alone', async () => {
  const { press, waitFor, lines, chosen } = open({});
  await waitFor('the source of c2f');
  expect((await lines()).slice(4, 7).map((line) => line.trimEnd())).toEqual([
    ' ▸ 1  c2f        from Contoso to Fabrikam    Not signed in          used today',
    '   2  n2f        from Northwind to Fabrikam  Check: token expired   used 3 Nov',
    '   3  Simulator                              No tenant needed',
  ]);
  press('\r');
  await waitFor('What do you want to move?');
  expect(chosen).toEqual(['c2f']);
});

test('what is shown below belongs to the place that has the focus', async () => {
  const work = async ({ name }: Place) =>
    name === 'n2f'
      ? [
          {
            runId: 'r-1',
            label: 'kim@northwind.com',
            state: 'running',
            when: 'now',
            command: 'crossorg watch r-1',
          } as const,
        ]
      : [];
  const followed: string[] = [];
  const { press, waitFor } = open({
    work,
    follow: async ({ name }, runId) => {
      followed.push(`${name} ${runId}`);
      return ok(fakeEngine(states['watching, running']).engine);
    },
  });
  await waitFor('the source of c2f');
  press(down);
  await waitFor('Known work in n2f');
  press(down);
  await waitFor((shown) => !shown.includes('kim@northwind.com'));
  press('w');
  press('\u001b[A');
  await waitFor('Known work in n2f');
  press('w');
  await waitFor('▸ Running');
  expect(followed).toEqual(['n2f r-1']);
});

test('many places can be filtered; letters belong to the filter then', async () => {
  const { press, waitFor, chosen } = open({ places: many });
  await waitFor('/ filter');
  press('/');
  await waitFor('Only those with:');
  press('wing q');
  await waitFor('No place has this in its name.');
  press('\u007f');
  press('\u007f');
  await waitFor((shown) => shown.includes('from Wingtip to w2d') && !shown.includes('c2f'));
  press(down);
  await waitFor('the source of w2b');
  press('\r');
  await waitFor('What do you want to move?');
  expect(chosen).toEqual(['w2b']);
});

test('Esc ends the filter, and only then leaves', async () => {
  const { press, waitFor, waitUntilExit } = open({ places: many });
  await waitFor('/ filter');
  press('/');
  press('w2c');
  await waitFor('Only those with: w2c');
  press('\u001b');
  await waitFor('from Contoso to Fabrikam');
  press('\u001b');
  expect(await waitUntilExit()).toEqual({ engine: null, findings: [] });
});

test('a list that does not fit scrolls, in the smallest window too', async () => {
  const { press, waitFor } = open({ places: many }, { columns: 60, rows: 16 });
  await waitFor('more below');
  for (let steps = 0; steps < 6; steps++) press(down);
  await waitFor('w2d');
});

const wishes: { name: string; keys: string; wish: ProfileWish }[] = [
  { name: 'n wants a new profile', keys: 'n', wish: { edit: null } },
  { name: 'e wants the one with the focus changed', keys: 'e', wish: { edit: 'c2f' } },
];

test.each(wishes)('$name, and the terminal is given back for it', async ({ keys, wish }) => {
  const wished: ProfileWish[] = [];
  const { press, waitFor, waitUntilExit } = open({ changeProfile: (one) => void wished.push(one) });
  await waitFor('n new profile   e edit it');
  press(keys);
  expect(await waitUntilExit()).toEqual({ engine: null, findings: [] });
  expect(wished).toEqual([wish]);
});

test('what is no profile cannot be edited', async () => {
  const { press, waitFor } = open({ changeProfile: () => undefined });
  await waitFor('e edit it');
  press(`${down}${down}`);
  await waitFor((shown) => shown.includes('n new profile') && !shown.includes('e edit it'));
});

test('a profile that cannot be used is told of, beside those that can', async () => {
  const broken = aFinding({ field: 'profile', what: 'profiles.x.window: "22-6" is not a start window.' });
  const { waitFor } = open({ findings: [broken, broken] });
  const shown = await waitFor('profiles.x.window');
  expect(shown).toContain('from Contoso to Fabrikam');
  expect(shown).toContain('And 1 more.');
});
