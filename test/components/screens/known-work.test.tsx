import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import { expect, test } from 'vitest';
import { KnownWork } from '../../../components/screens/KnownWork.tsx';

const run = {
  runId: 'r-20261205-140503-7f3a',
  label: 'dana@contoso.com',
  state: 'running',
  when: 'last seen after 2 min',
} as const;

test('known work is named with symbol, word, source and when it was seen', () => {
  const { lastFrame } = render(<KnownWork work={[run]} place="Simulator" />);
  expect(stripVTControlCharacters(lastFrame() ?? '')).toBe('\nKnown work in Simulator\n  ▸ Running      dana@contoso.com  last seen after 2 min');
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
