import { input } from '@inquirer/prompts';

/** Asks in a terminal for one typed word; the question says what it does. An empty text when the prompt is left. */
export async function askWord(message: string): Promise<string> {
  try {
    return await input({ message });
  } catch (reason) {
    if (reason instanceof Error && reason.name === 'ExitPromptError') return '';
    throw reason;
  }
}
