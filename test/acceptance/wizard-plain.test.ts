import { expect } from 'vitest';
import { test } from '../support/pty.ts';
import { ctrlC, enter, left, on } from '../support/story.ts';

test('in plain characters and without colour the same is said in words', async ({ start }) => {
  const wizard = start(['demo', '--ascii', '--no-color', '--no-motion']);
  await wizard.at(on.welcome, enter);
  await wizard.at(on.type, enter);
  await wizard.at(on.sourceUser, 'lee');
  expect(await wizard.at('[@contoso.com]', enter)).toMatch(/^[ -~\n]+$/);
  await wizard.at(on.targetUser, ctrlC);
  await wizard.at(on.leave, enter);
  await left(wizard, 0);
  expect(wizard.bytes()).not.toMatch(/\[3[0-7]m/);
});
