import type { Play } from './play.ts';

const enter = '\r';

/** Takes a picture of what the screen shows now. */
export type Take = (name: string, title: string) => void;

/** A play of the program in which pictures are taken. */
export type Story = (program: Play, take: Take) => Promise<void>;

/** From the start to the request: a person's OneDrive, everything else as it is offered. */
async function toRequest(program: Play, person: string): Promise<void> {
  await program.at('Where do you want to work', enter);
  await program.at('What do you want to move', enter);
  await program.at('Whose OneDrive', person + enter);
  await program.at('Who receives it', enter);
  await program.at('How is the target addressed', enter);
  await program.at('my host', enter);
  await program.at('When may it start', enter);
  await program.at('By when must it', enter);
  await program.at('"validateOnly"');
}

async function wholeMove(program: Play, take: Take): Promise<void> {
  await toRequest(program, 'dana');
  take('request', 'crossorg, step 5 of 7: the exact request that the dry run sends to Microsoft Graph');
  await program.at('"validateOnly"', enter);
  await program.at('✓ Ready', enter);
  await program.at('Type yes', 'yes');
  await program.at(/^ *(Type yes.*)?yes *$/m);
  take('confirmation', 'crossorg, step 7 of 7: what a submission does, and the word yes typed to confirm it');
  await program.at('Submit 1', enter);
  await program.at('▸ Running');
  take('running', 'crossorg: live status of a move that runs');
}

const refused =
  (person: string, name: string, title: string): Story =>
  async (program, take) => {
    await toRequest(program, person);
    await program.at('"validateOnly"', enter);
    await program.at('✗ Not ready');
    take(name, title);
  };

export const stories: readonly Story[] = [
  wholeMove,
  refused(
    'lee',
    'no-licence',
    'crossorg, step 6 of 7: the dry run found that a licence is missing, and says who assigns it',
  ),
  refused(
    'omar',
    'target-exists',
    'crossorg, step 6 of 7: the dry run found that something exists at the target already',
  ),
];
