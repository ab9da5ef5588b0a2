import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { fileOf } from '../../src/plan/profile-file.ts';
import { profileWith } from '../support/profiles.ts';
import { type Home, type Program, test as plain } from '../support/pty.ts';
import { type Place, serving } from '../support/served.ts';
import { confirm, ctrlC, enter, esc, left, on } from '../support/story.ts';

const test = plain.extend<{ place: Place }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that vitest reads
  place: async ({}, use) => {
    const place = await serving();
    await use(place);
    await place.close();
  },
});

/** Keys as fingers count them: a sequence that a terminal sends for one key is one. */
const keysIn = (sent: string): number => sent.split(new RegExp(`${esc}[[O][0-9;]*.|.`, 'su')).length - 1;

function saveProfile({ config }: Home): void {
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'profiles.json'), JSON.stringify(fileOf([profileWith()])));
}

/** From the welcome screen to the submitted task, and the keys it took beside the name and the word. */
async function submit(program: Program, name: string, word: string): Promise<number> {
  await program.at(on.welcome, enter);
  await program.at(on.type, enter);
  await program.at(on.sourceUser, `${name}${enter}`);
  await program.at(on.targetUser, enter);
  await program.at(on.request, enter);
  await program.at(on.ready, enter);
  await confirm(program, `Type ${word} to submit`, word);
  await program.see(/Task +[0-9a-f-]{36}/);
  const words = program.sent().split(word).length - 1;
  return keysIn(program.sent()) - name.length - words * word.length;
}

const envOf = ({ computer }: Place) => ({
  CROSSORG_GRAPH_URL: computer.env.CROSSORG_GRAPH_URL,
  CROSSORG_ACCESS_TOKEN: computer.env.CROSSORG_ACCESS_TOKEN,
});

describe('with a saved profile', () => {
  test('one move takes at most 10 keys, the name and the word; the first one the name of the target', async ({
    start,
    home,
    place,
  }) => {
    saveProfile(home);
    const env = envOf(place);
    const first = start([], { env });
    expect(await first.see(on.welcome)).toMatch(/▸ 1 {2}c2f +from Contoso to Fabrikam +.*never used/);
    expect(await submit(first, 'dana', 'Fabrikam')).toBeLessThanOrEqual(10);
    expect(await first.screen()).toMatch(/^ crossorg · c2f · Contoso → Fabrikam +CUSTOM/);
    first.send(ctrlC);
    await first.at(on.leave, ctrlC);
    await left(first, 0);

    const second = start([], { env });
    expect(await second.see(on.welcome)).toContain('used today');
    expect(await submit(second, 'kim', 'yes')).toBeLessThanOrEqual(10);
    expect(place.world.tasks).toHaveLength(2);
    second.send(ctrlC);
    await second.at(on.leave, ctrlC);
    await left(second, 0);
  });

  test('a slip of the finger in the target is refused with its fix, and one key takes it', async ({
    start,
    home,
    place,
  }) => {
    saveProfile(home);
    const wizard = start([], { env: envOf(place) });
    await wizard.at(on.welcome, enter);
    await wizard.at(on.type, enter);
    await wizard.at(on.sourceUser, `dana${enter}`);
    await wizard.at(on.targetUser, `dana@fabrikm.com${enter}`);
    expect(await wizard.see('domainNotOfProfile')).toContain('Ctrl+Y accept fix');
    wizard.send('\u0019');
    await wizard.see('dana@fabrikam.com');
    wizard.send(enter);
    expect(await wizard.see(on.request)).toContain('dana@fabrikam.com');
    wizard.send(ctrlC);
    await wizard.at(on.leave, ctrlC);
    await left(wizard, 0);
  });
});
