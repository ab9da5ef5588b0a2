import { expect, test } from 'vitest';
import { steadyOutput } from '../../src/frontends/steady-output.ts';

const enter = '\u001b[?1049h';
const leave = '\u001b[?1049l';
const hidden = '\u001b[?2026h';
const shown = '\u001b[?2026l';
const emptied = '\u001b[H\u001b[J';

function open() {
  const writes: string[] = [];
  const stdout = { columns: 80, write: (text: string) => writes.push(text) > 0 } as unknown as NodeJS.WriteStream;
  const steady = steadyOutput(stdout);
  steady.stream.write(enter);
  writes.length = 0;
  return { ...steady, writes };
}

test('what is written while it is held is shown at once, on an emptied screen', () => {
  const { stream, hold, release, writes } = open();
  hold();
  stream.write(`${hidden}old frame${shown}`);
  stream.write(`${hidden}new frame${shown}`);
  expect(writes).toEqual([]);
  release();
  expect(writes).toEqual([`${hidden}${emptied}old framenew frame${shown}`]);
});

test('two that hold it release it together', () => {
  const { stream, hold, release, writes } = open();
  hold();
  stream.write('one ');
  hold();
  release();
  stream.write('two');
  expect(writes).toEqual([]);
  release();
  expect(writes).toEqual([`${hidden}${emptied}one two${shown}`]);
});

test('nothing written, nothing emptied', () => {
  const { hold, release, writes } = open();
  hold();
  release();
  expect(writes).toEqual([]);
});

test('what gives the terminal back is not kept, and shows nothing of what was', () => {
  const { stream, hold, release, writes } = open();
  hold();
  stream.write('frame');
  stream.write(leave);
  stream.write('a line for the shell');
  expect(writes).toEqual([`${hidden}${emptied}frame${leave}${shown}`, 'a line for the shell']);
  release();
  expect(writes).toHaveLength(2);
});

test("on the shell's screen nothing is held", () => {
  const { stream, hold, release, writes } = open();
  stream.write(leave);
  hold();
  stream.write('a line');
  release();
  expect(writes).toEqual([leave, 'a line']);
});

test('the barrier that Ink waits for is passed on', () => {
  const { stream, hold, writes } = open();
  hold();
  stream.write('');
  expect(writes).toEqual(['']);
});
