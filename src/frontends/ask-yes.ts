import { confirm } from '@inquirer/prompts';

/** Asks in a terminal whether to do what the question says. No is the default, and what leaving the prompt means. */
export async function askYes(message: string): Promise<boolean> {
  try {
    return await confirm({ message, default: false });
  } catch (reason) {
    if (reason instanceof Error && reason.name === 'ExitPromptError') return false;
    throw reason;
  }
}
