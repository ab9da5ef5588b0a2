import { describe, expect } from 'vitest';
import { test } from '../support/pty.ts';
import { confirm, ctrlU, enter, esc, finish, MOVE_MS, on, submit, takeOffers } from '../support/story.ts';

/** Keys as fingers count them: a sequence that a terminal sends for one key is one. */
const keysIn = (sent: string): number => sent.split(new RegExp(`${esc}[[O][0-9;]*.|.`, 'su')).length - 1;

/** The word is typed again where a test was faster than a person; once is what it takes. */
const keysBeside = (sent: string, word: string): number => keysIn(sent.replaceAll(word, ''));

const guid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

describe.concurrent("a person's OneDrive, from the first screen to the end", () => {
  test('Enter alone and one typed word are enough, with at most 25 keys beside it', async ({ start }) => {
    const demo = start(['demo']);
    await demo.at(on.welcome, enter);
    await demo.at(on.type, enter);
    await demo.at(on.sourceUser, enter);
    await demo.at(on.targetUser, enter);
    await takeOffers(demo);
    await submit(demo);
    await demo.see(on.queued);
    await demo.see(on.running);
    const end = await demo.see(on.completed, MOVE_MS);
    const history = end.split('\n').filter((line) => /\d\d:\d\d:\d\d UTC {2}\S /.test(line));
    expect(history[0]).toContain('– Queued');
    expect(history[1]).toContain('▸ Running');
    expect(history.at(-1)).toContain('✓ Completed');
    const lines = await finish(demo);
    expect(keysBeside(demo.sent(), 'yes')).toBeLessThanOrEqual(25);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(lines[0]).toBe('SIMULATOR: dana@contoso.com to dana@fabrikam.com');
    expect(lines).toContain('Completed');
    expect(lines.find((line) => line.startsWith('Task '))).toMatch(guid);
    expect(lines.at(-1)).toMatch(/^ {2}crossorg status \S{36} --simulator$/);
    expect(lines.find((line) => line.startsWith('Run '))).toMatch(/^Run r-\S+, plan [0-9a-f]{12}$/);
  });

  test('a finding is explained, mended and checked again, with at most 4 keys and another name', async ({ start }) => {
    const demo = start(['demo']);
    await demo.at(on.welcome, enter);
    await demo.at(on.type, '1');
    await demo.at(on.sourceUser, `lee${enter}`);
    await demo.at(on.targetUser, enter);
    await takeOffers(demo);
    await demo.at(on.request, enter);
    const refused = await demo.see(on.notReady);
    expect(refused).toMatch(/✗ Licence {2}MnAOdbUsersAreNotLicensed\n.*lee@contoso\.com/);
    expect(refused).toMatch(/^ {3}Why {6}\S/m);
    expect(refused).toMatch(/^ {3}Next {5}\S/m);
    const before = demo.sent();
    demo.send('2');
    await demo.at(on.sourceUser, `${ctrlU}dana${enter}`);
    const request = await demo.at(on.request, enter);
    expect(keysBeside(demo.sent().slice(before.length), 'dana')).toBeLessThanOrEqual(4);
    expect(request).toMatch(/"dana@contoso\.com"}, +\w+$/m);
    expect(request).toMatch(/"dana@fabrikam\.com"}, +rule$/m);
    await demo.at(on.ready, enter);
    await confirm(demo);
    const lines = await finish(demo);
    expect(lines[0]).toBe('SIMULATOR: dana@contoso.com to dana@fabrikam.com');
  });
});
