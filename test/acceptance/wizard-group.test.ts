import { describe, expect } from 'vitest';
import { test } from '../support/pty.ts';
import { ctrlU, enter, finish, on, submit, takeOffers } from '../support/story.ts';

describe.concurrent("a group's site, from the first screen to the end", () => {
  test('a period in the nickname is refused before any call, and mended in place', async ({ start }) => {
    const demo = start(['demo']);
    await demo.at(on.welcome, enter);
    await demo.at(on.type, '3');
    await demo.at(on.sourceGroup, `hr.team${enter}`);
    const refused = await demo.see('✗ Source');
    expect(refused).toContain('"hr.team" contains a period.');
    expect(refused).toContain(on.sourceGroup);
    demo.send(`${ctrlU}legal-team${enter}`);
    await demo.at(on.targetGroup, enter);
    await takeOffers(demo);
    expect(await demo.see(on.request)).toMatch(/"targetGroupIdentity": {"mailNickname": "legal-team"}, +rule$/m);
    await submit(demo);
    await demo.see(on.queued);
    const lines = await finish(demo);
    expect(lines[0]).toBe('SIMULATOR: legal-team to legal-team');
    expect(lines).toContain('Completed');
  });
});
