import { expect, test } from 'vitest';
import { farewellCode, farewellLines } from '../../src/frontends/farewell.ts';
import { stateNames, states } from '../support/states.ts';

test.each(stateNames)('what stays in the normal screen is short and says where it was: %s', (name) => {
  const lines = farewellLines(states[name]);
  expect(lines.length).toBeLessThanOrEqual(8);
  expect(lines[0]).toMatch(/^SIMULATOR: \S/);
});

const followed = stateNames.filter((name) => 'followed' in states[name]);
test.each(followed)('the ids and a command that leads back to the simulator are in it: %s', (name) => {
  const text = farewellLines(states[name]).join('\n');
  expect(text).toContain('Run r-20261205-120000-7f3a, plan ');
  expect(text).toMatch(/\n {2}crossorg (watch|status|resume) \S+ --simulator$/);
});

const codes = [
  { name: 'reviewing', code: 0 },
  { name: 'watching, running', code: 0 },
  { name: 'completed', code: 0 },
  { name: 'failed', code: 6 },
  { name: 'cancelled', code: 6 },
  { name: 'unconfirmed', code: 7 },
  { name: 'refused for a conflict', code: 9 },
] as const;
test.each(codes)('leaving it $name ends with $code', ({ name, code }) => {
  expect(farewellCode(states[name])).toBe(code);
});
