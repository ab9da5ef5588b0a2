import { describe, expect } from 'vitest';
import { type Program, test } from '../support/pty.ts';
import { confirm, ctrlU, enter, esc, finish, on, submit, takeOffers } from '../support/story.ts';

/** Keys as fingers count them: a sequence that a terminal sends for one key is one. */
const keysIn = (sent: string): number => sent.split(new RegExp(`${esc}[[O][0-9;]*.|.`, 'su')).length - 1;

const keysOf = (program: Program): number => keysIn(program.sent());

/** The word is typed again where a test was faster than a person; once is what it takes. */
const word = 'yes';
const wordsIn = (program: Program): number => program.sent().split(word).length - 1;
const withoutWord = (program: Program): number => keysOf(program) - wordsIn(program) * word.length;

describe.concurrent('keys it takes', () => {
  test('a newcomer moves the first OneDrive with at most 25 and a word', async ({ start }) => {
    const demo = start(['demo']);
    await demo.at(on.welcome, enter);
    await demo.at(on.type, enter);
    await demo.at(on.sourceUser, enter);
    await demo.at(on.targetUser, enter);
    await takeOffers(demo);
    await submit(demo);
    await finish(demo);
    expect(withoutWord(demo)).toBeLessThanOrEqual(25);
  });

  test('a newcomer who types every name does too, apart from the names', async ({ start }) => {
    const demo = start(['demo']);
    const [source, target] = ['kim@contoso.com', 'kim@fabrikam.com'];
    await demo.at(on.welcome, enter);
    await demo.at(on.type, '1');
    await demo.at(on.sourceUser, `${source}${enter}`);
    await demo.at(on.targetUser, `${target}${enter}`);
    await takeOffers(demo);
    await submit(demo);
    await finish(demo);
    expect(withoutWord(demo) - source.length - target.length).toBeLessThanOrEqual(25);
  });

  test('after a failed dry run one field is mended, and it runs again, with at most 4 and the text', async ({
    start,
  }) => {
    const demo = start(['demo']);
    await demo.at(on.welcome, enter);
    await demo.at(on.type, '1');
    await demo.at(on.sourceUser, `lee${enter}`);
    await demo.at(on.targetUser, enter);
    await takeOffers(demo);
    await demo.at(on.request, enter);
    await demo.see(on.notReady);
    const before = keysOf(demo);
    demo.send('2');
    await demo.at(on.sourceUser, `${ctrlU}dana${enter}`);
    await demo.at(on.request, enter);
    await demo.see(on.ready);
    expect(keysOf(demo) - before - 'dana'.length).toBeLessThanOrEqual(4);
    demo.send(enter);
    await confirm(demo);
    await finish(demo);
  });
});
