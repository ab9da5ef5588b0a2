import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import { expect, test } from 'vitest';
import { KnownWork } from '../../../components/screens/KnownWork.tsx';

const run = {
  runId: 'r-20261205-140503-7f3a',
  label: 'dana@contoso.com',
  state: 'running',
  when: 'last seen after 2 min',
  command: 'crossorg watch r-20261205-140503-7f3a --simulator',
} as const;

test('known work is named with symbol, word, source and when it was seen', () => {
  const { lastFrame } = render(<KnownWork work={[run]} place="Simulator" />);
  expect(stripVTControlCharacters(lastFrame() ?? '')).toBe(
    '\nKnown work in Simulator\n  ▸ Running      dana@contoso.com  last seen after 2 min',
  );
});

test('nothing is said where nothing is under way', () => {
  expect(render(<KnownWork work={[]} place="Simulator" />).lastFrame()).toBe('');
});

test('at most four runs are shown, so that the places stay in sight', () => {
  const work = Array.from({ length: 9 }, (_, index) => ({ ...run, runId: `run ${index}` }));
  expect(
    render(<KnownWork work={work} place="Simulator" />)
      .lastFrame()
      ?.match(/Running/g),
  ).toHaveLength(4);
});

test('more of them scroll to the one that is chosen, and its key stands before it', () => {
  const work = Array.from({ length: 6 }, (_, index) => ({ ...run, runId: `run ${index}`, label: `run ${index}` }));
  const { lastFrame } = render(<KnownWork work={work} place="Simulator" chosen={work[5]} />);
  const shown = lastFrame()?.split('\n').slice(2) ?? [];
  expect(shown.map((line) => `${line.slice(0, 2)}${/run \d/.exec(line)?.[0]}`)).toEqual([
    '  run 2',
    '  run 3',
    '  run 4',
    'w run 5',
  ]);
});
