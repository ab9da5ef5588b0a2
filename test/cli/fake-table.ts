import type { CommandEntry, Raw } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/table.ts';

type Ran = { name: string; args: string[]; flags: Raw['flags']; set: string[] };

/** The real table with commands that only note how they were called. */
export function fakeTable(run?: () => Promise<number>) {
  const ran: Ran[] = [];
  const noting = (entry: CommandEntry): CommandEntry => ({
    ...entry,
    load: async () => ({
      run: async ({ args, flags, set }) => {
        ran.push({ name: entry.name, args, flags, set: [...set] });
        return run ? run() : 0;
      },
    }),
  });
  return { table: commands.map(noting), ran };
}
