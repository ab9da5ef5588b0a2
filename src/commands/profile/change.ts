import type { Ports } from '../../ports/ports.ts';
import type { ProfileWish } from '../../wizard/screens.ts';
import type { Raw } from '../command.ts';
import { createConsole } from '../console.ts';
import { run } from '../profile.ts';
import type { Settings } from '../settings.ts';
import { newNameQuestion } from './name.ts';

/** Makes or changes a profile between two showings of the welcome screen. */
export async function changeProfile({ edit }: ProfileWish, settings: Settings, ports: Ports): Promise<void> {
  const console = createConsole(settings, ports);
  // Ink lets go of the input when it ends, and prompts do not take hold of it again.
  ports.streams.stdin.stream.ref();
  const name = edit ?? (await console.ask(newNameQuestion))?.trim();
  if (name) {
    await run(wordsOf(edit === null ? 'new' : 'edit', name, settings), ports);
    if (!settings.line) await console.ask('Press Enter to go back to the screens.');
  }
  // A prompt gives the input back a moment after its answer.
  await ports.clock.sleep(1);
}

const wordsOf = (action: string, name: string, { ascii, line }: Settings): Raw => ({
  args: [action, name],
  flags: { ascii, line },
  set: new Set(),
});
