import type { OptionSpec } from '../../src/commands/command.ts';
import { everywhere } from '../../src/commands/options.ts';
import { commands } from '../../src/commands/table.ts';
import type { Task } from './parity-list.ts';

/** What is wrong with the command that a task can be done by; nothing where none is needed. */
export async function wrongInFlags({ flags }: Task): Promise<string[]> {
  if (flags.startsWith('Not needed: ')) return [];
  const [program, name, ...words] = flags.split(' ');
  const entry = commands.find((one) => one.name === name);
  if (program !== 'crossorg' || !entry) return [`there is no command ${name}`];
  const known: readonly OptionSpec[] = [...everywhere, ...(await entry.options())];
  const wanted = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
  return wanted
    .filter((flag) => !known.some((option) => option.flag === flag))
    .map((flag) => `${name} has no --${flag}`);
}
