import { expect, test } from 'vitest';
import { textOf } from './cells.ts';
import { masked } from './masks.ts';
import { screenOf } from './screens.ts';

const textAfter = async (text: string, cols = 60): Promise<string[]> =>
  masked(await screenOf(text, { cols, rows: 4 })).map((row) => textOf(row).trimEnd());

test.each([
  { name: 'a clock time', text: 'plan 032a190fdf17, 15:16:00 UTC', shown: 'plan 032a190fdf17, 22:14:06 UTC' },
  {
    name: 'a task id',
    text: 'Task  6b38b257-edc1-4454-a647-3bbf5deaf77b',
    shown: 'Task  7d1f4c52-90ab-4e3b-8c6d-2f5a1e9b7043',
  },
  { name: 'a run', text: 'Run  r-20261123-151626-26be', shown: 'Run  r-20261109-221406-7c1e' },
  { name: 'a day', text: 'at 2031-01-23T15:16:26Z', shown: 'at 2026-11-09T22:14:06Z' },
  { name: 'a short age', text: 'passed 2 s ago (valid 60 min).', shown: 'passed 38 s ago (valid 60 min).' },
  { name: 'a long age', text: 'passed 1 h 12 min ago.', shown: 'passed 38 s ago.' },
  { name: 'a duration', text: 'for 3 min, started', shown: 'for 38 s, started' },
  { name: 'a wait', text: 'Next look  in 59 s', shown: 'Next look  in 1 min' },
  { name: 'a whole duration', text: 'Completed  after 17 min, at', shown: 'Completed  after 16 min, at' },
  {
    name: 'a number of another kind',
    text: 'HTTP 422, 7 steps, contoso12 (valid 60 min)',
    shown: 'HTTP 422, 7 steps, contoso12 (valid 60 min)',
  },
])('$name gives the same text in every play', async ({ text, shown }) => {
  expect((await textAfter(text))[0]).toBe(shown);
});

test('the same time is the same example everywhere, and their order stays', async () => {
  expect(await textAfter('15:18:34 seen\r\n15:16:26 queued\r\n15:17:56 started\r\n15:16:26 submitted')).toEqual([
    '22:16:14 seen',
    '22:14:06 queued',
    '22:15:36 started',
    '22:14:06 submitted',
  ]);
});

test.each([
  { name: 'shorter', text: 'for 3 min   right' },
  { name: 'longer', text: 'for 9 s    right' },
])('what stands further right stays in its column when the example is $name', async ({ text }) => {
  const [row = ''] = await textAfter(text, 20);
  expect(row.indexOf('right')).toBe(text.indexOf('right'));
  expect(row).toHaveLength(text.length);
});

test('a row keeps its number of columns, and an example the look of what it replaces', async () => {
  const [row = []] = masked(await screenOf('漢 \u001b[31m1 h 5 min ago\u001b[0m.', { cols: 24 }));
  expect(row.reduce((sum, { width }) => sum + width, 0)).toBe(24);
  expect(textOf(row).trimEnd()).toBe('漢 38 s ago.');
  expect(textOf(row.filter(({ look }) => look.colour === 1))).toBe('38 s ago');
});

test('an example that has no room is a fault, never a shifted row', async () => {
  await expect(textAfter('in 9 s, then all columns are full up to here', 44)).rejects.toThrow('No gap');
});
