import { describe, expect } from 'vitest';
import { test } from '../support/pty.ts';
import { ctrlU, down, enter, finish, on, submit, takeOffers } from '../support/story.ts';

describe.concurrent('a site, from the first screen to the end', () => {
  test("a OneDrive's address is refused before any call, and mended in place", async ({ start }) => {
    const demo = start(['demo']);
    await demo.at(on.welcome, enter);
    await demo.at(on.type, `${down}${enter}`);
    await demo.at(on.sourceSite, `https://contoso-my.sharepoint.com/personal/dana_contoso_com${enter}`);
    const refused = await demo.see('✗ Source');
    expect(refused).toContain(on.sourceSite);
    expect(refused).toContain('/personal/dana_contoso_com');
    expect(refused).toMatch(/^ {3}Why {6}\S/m);
    expect(refused).toMatch(/^ {3}Next {5}\S/m);
    demo.send(`${ctrlU}${enter}`);
    await demo.at(on.targetSite, enter);
    await takeOffers(demo);
    const request = await demo.see(on.request);
    expect(request).toContain('"sourceSiteUrl": "https://contoso.sharepoint.com/sites/IT"');
    expect(request).toContain('"targetSiteUrl": "https://fabrikam.sharepoint.com/sites/IT"');
    await submit(demo);
    await demo.see(on.queued);
    const lines = await finish(demo);
    expect(lines[0]).toBe(
      'SIMULATOR: https://contoso.sharepoint.com/sites/IT to https://fabrikam.sharepoint.com/sites/IT',
    );
    expect(lines).toContain('Completed');
  });
});
