import { describe, expect } from 'vitest';
import { type Program, test } from '../support/pty.ts';
import { backTab, ctrlU, enter, esc, on } from '../support/story.ts';

/** A question, what was answered there, and how the answer shows again. */
type Asked = readonly [question: string, answer: string, shown: string];

const asked: readonly Asked[] = [
  [on.sourceUser, 'da157a29-f793-4dd6-9c73-41d2c73c2546', 'da157a29-f793-4dd6-9c73-41d2c73c2546'],
  [on.sourceUpn, 'source-user@contoso.onmicrosoft.com', 'source-user@contoso.onmicrosoft.com'],
  [on.targetUser, 'cb53ea98-6151-44cc-9c21-098a3c3e3988', 'cb53ea98-6151-44cc-9c21-098a3c3e3988'],
  [on.targetBy, '2', '▸ 2  Organization id'],
  [on.targetOrgId, '', '78d010af-72cb-412f-8779-18ce9b5f553b'],
  [on.targetLocation, 'EUR', 'EUR'],
  [on.start, '2031-03-01T22:00Z', '2031-03-01T22:00:00Z'],
  [on.latestStart, '2031-03-02T06:00Z', '2031-03-02T06:00:00Z'],
];

const isChoice = (question: string): boolean => question === on.targetBy;

/** Leaves each question by this key, down to the first one, and looks that nothing was lost. */
async function walkBack(wizard: Program, key: string): Promise<void> {
  for (const [question, , shown] of asked.toReversed()) {
    wizard.send(key);
    expect(await wizard.see((screen) => screen.includes(question) && screen.includes(shown))).toContain(shown);
  }
  wizard.send(key);
  await wizard.see(on.type);
}

describe.concurrent('Back, from every question about a person', () => {
  test('finds every answer again, empty, valid or not, by Esc and by Shift+Tab', async ({ start }) => {
    const wizard = start(['migrate', '--simulator']);
    await wizard.at(on.type, '1');
    for (const [question, answer] of asked) {
      // Empty first: Esc goes back, and Enter comes again.
      await wizard.at(question, esc);
      await wizard.see((screen) => !screen.includes(question));
      wizard.send(enter);
      await wizard.at(question, isChoice(question) ? answer : `${answer}${enter}`);
    }
    expect(await wizard.see(on.request)).toContain('"targetDataLocationCode": "EUR"');
    await walkBack(wizard, backTab);
    wizard.send(enter);
    await wizard.see(on.request);
    await walkBack(wizard, esc);
  });

  test('keeps what cannot be read, and says what is wrong with it', async ({ start }) => {
    const wizard = start(['migrate', '--simulator']);
    await wizard.at(on.type, enter);
    await wizard.at(on.sourceUser, 'dana at contoso');
    await wizard.at('dana at contoso', esc);
    await wizard.at(on.type, enter);
    const kept = await wizard.see((screen) => screen.includes(on.sourceUser) && screen.includes('dana at contoso'));
    expect(kept).toMatch(/✗ Source/);
    wizard.send(`${ctrlU}dana${enter}`);
    await wizard.see(on.targetUser);
  });
});
