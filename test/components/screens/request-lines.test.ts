import { describe, expect, test } from 'vitest';
import { fitted, urlLines } from '../../../components/screens/fitted.ts';
import { widthOf } from '../../../components/text/width.ts';
import { dryRunRequest } from '../../../src/plan/request.ts';
import { begin } from '../../../src/wizard/machine.ts';
import { requestLines } from '../../../src/wizard/request-lines.ts';
import { noon, session } from '../../support/session.ts';
import { answerSets, states, typedTexts } from '../../support/states.ts';

const moves = Object.entries(answerSets).map(([name, answers]) => {
  const typed = typedTexts(answers);
  const state = begin(session, typed, noon);
  if (state.status !== 'reviewing') throw new Error(`${name} is no finished plan`);
  return { name, typed, move: state.move };
});

describe.each([57, 77, 137])('the request in %d cells', (width) => {
  test.each(moves)('is the body that is sent, with an origin for every value: $name', ({ typed, move }) => {
    const lines = fitted(requestLines(move, typed), width);
    for (const { text, origin } of lines)
      expect(widthOf(text) + (origin === '' ? 0 : widthOf(origin) + 2)).toBeLessThanOrEqual(width);
    const whole = lines.map(({ text }) => text.trim()).join('');
    expect(JSON.parse(whole)).toEqual(JSON.parse(JSON.stringify(dryRunRequest(move).body)));
    const origins = lines.filter(({ origin }) => origin !== '').map(({ origin }) => origin);
    expect(new Set(origins)).toEqual(new Set(['typed', '<- false in the live request']));
  });
});

test('the address is broken before its last part only', () => {
  const { move } = states.reviewing as { move: Parameters<typeof dryRunRequest>[0] };
  const { method, url } = dryRunRequest(move);
  const lines = urlLines(method, url, 'mia@contoso.com');
  expect(lines.map((line) => line.trim()).join('')).toBe(`${method} ${url}   as mia@contoso.com`);
});
