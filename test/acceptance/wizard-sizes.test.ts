import { describe, expect } from 'vitest';
import { type Program, type Start, test } from '../support/pty.ts';
import {
  confirm,
  ctrlC,
  ctrlU,
  enter,
  esc,
  finish,
  left,
  MOVE_MS,
  on,
  submit,
  takeOffers,
  underWay,
} from '../support/story.ts';

type Size = readonly [cols: number, rows: number];

/** Where a window goes before it comes back: smaller, larger, and too small. */
const detours: readonly Size[] = [
  [100, 30],
  [61, 17],
  [48, 10],
  [200, 16],
  [60, 50],
  [59, 24],
  [135, 25],
];

/** The window of a person who cannot leave it alone: it changes its size after each screen, and what stood there still does. */
function restless(wizard: Program, home: Size): Program {
  let turn = 0;
  const see: Program['see'] = async (wanted, ms) => {
    await wizard.see(wanted, ms);
    const detour = detours[turn % detours.length] ?? home;
    turn += 1;
    if (turn % 5 === 0) await wizard.drag(detour, ...detours.slice(0, 2), home);
    else for (const size of [detour, home]) await wizard.resize(...size);
    return await wizard.see(wanted);
  };
  return {
    ...wizard,
    see,
    async at(wanted, keys, ms) {
      const shown = await see(wanted, ms);
      wizard.send(keys);
      return shown;
    },
  };
}

const open = (start: Start, [cols, rows]: Size, ...args: string[]): Program =>
  restless(start(args, { cols, rows }), [cols, rows]);

/** At most eight lines, and none of them of a screen. */
function expectFarewell(lines: readonly string[], first: string): void {
  expect(lines[0]).toBe(first);
  expect(lines.length).toBeLessThanOrEqual(8);
  expect(lines.filter((line) => /^ |\? help|F1 help|─|Ctrl\+C/.test(line) && !/^ {2}crossorg /.test(line))).toEqual([]);
}

const sizes: readonly { size: Size }[] = [{ size: [60, 16] }, { size: [80, 24] }, { size: [200, 50] }];

describe.concurrent.each(sizes)('in a window of $size that is resized again and again', ({ size }) => {
  test("a newcomer moves a person's OneDrive, from the first screen to the end", async ({ start }) => {
    const wizard = open(start, size, 'demo');
    await wizard.at(on.welcome, enter);
    await wizard.at(on.type, enter);
    await wizard.at(on.sourceUser, enter);
    await wizard.at(on.targetUser, enter);
    await takeOffers(wizard);
    await submit(wizard);
    await wizard.see(underWay);
    expectFarewell(await finish(wizard), 'SIMULATOR: dana@contoso.com to dana@fabrikam.com');
  });

  test('a dry run that fails is understood, mended and repeated', async ({ start }) => {
    const wizard = open(start, size, 'demo');
    await wizard.at(on.welcome, enter);
    await wizard.at(on.type, '1');
    await wizard.at(on.sourceUser, `lee${enter}`);
    await wizard.at(on.targetUser, enter);
    await takeOffers(wizard);
    await wizard.at(on.request, enter);
    expect(await wizard.see(on.notReady)).toMatch(/✗ Licence {2}MnAOdbUsersAreNotLicensed/);
    await wizard.at(/^ {3}Next {5}\S/m, '2');
    await wizard.at(on.sourceUser, `${ctrlU}kim${enter}`);
    await wizard.at(on.request, enter);
    await wizard.at(on.ready, ctrlC);
    await wizard.at(on.leave, enter);
    expectFarewell(await left(wizard, 0), 'SIMULATOR: nothing was submitted.');
  });

  test("a site's answers are found again on the way back, and its task is left while it runs", async ({ start }) => {
    const wizard = open(start, size, 'demo');
    await wizard.at(on.welcome, enter);
    await wizard.at(on.type, '2');
    await wizard.at(on.sourceSite, enter);
    await wizard.at(on.targetSite, enter);
    await takeOffers(wizard);
    const back = [on.latestStart, on.start, on.targetHost, on.targetBy, on.targetSite, on.sourceSite];
    for (const question of back) {
      wizard.send(esc);
      await wizard.see(question);
    }
    expect(await wizard.screen()).toContain('https://contoso.sharepoint.com/sites/IT');
    wizard.send(enter);
    await submit(wizard);
    await wizard.see(/(▸ Running|✓ Completed) /, MOVE_MS);
    wizard.send(ctrlC);
    await wizard.at(on.leave, enter);
    expectFarewell(
      await left(wizard, 0),
      'SIMULATOR: https://contoso.sharepoint.com/sites/IT to https://fabrikam.sharepoint.com/sites/IT',
    );
  });

  test("a group's task is cancelled while it is queued", async ({ start }) => {
    const wizard = open(start, size, 'demo');
    await wizard.at(on.welcome, enter);
    await wizard.at(on.type, '3');
    await wizard.at(on.sourceGroup, `legal-team${enter}`);
    await wizard.at(on.targetGroup, enter);
    await wizard.at(on.targetBy, enter);
    await wizard.at(on.targetHost, enter);
    await wizard.at(on.start, `${ctrlU}+1d${enter}`);
    await wizard.at(on.latestStart, enter);
    await submit(wizard);
    await wizard.at(on.queued, 'c');
    await confirm(wizard, 'Type yes to cancel it:');
    await wizard.at(/^ ■ Cancelled /m, 'q');
    expectFarewell(await left(wizard, 6), 'SIMULATOR: legal-team to legal-team');
  });
});
