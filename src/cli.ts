import type { CommandEntry, Raw } from './commands/command.ts';
import { commandHelp, programHelp, shortHelp } from './commands/help.ts';
import type { Parsed } from './commands/parse.ts';
import { runLogged } from './commands/run-logged.ts';
import { commands } from './commands/table.ts';
import { isOn } from './ports/is-on.ts';
import type { Ports } from './ports/ports.ts';
import { version } from './version.ts';

type Table = readonly CommandEntry[];

/** From a command line to an exit code. Whatever is thrown on the way is a bug, and ends here. */
export async function run(argv: readonly string[], ports: Ports, table: Table = commands): Promise<number> {
  try {
    return await start(argv, ports, table);
  } catch (error) {
    const [{ recordFault }, { refuse }] = await Promise.all([import('./fault.ts'), import('./refusal.ts')]);
    return refuse([await recordFault(error, argv, ports)], 1, argv, ports);
  }
}

/** The plainest command lines are answered without loading the parser. */
async function start(argv: readonly string[], ports: Ports, table: Table): Promise<number> {
  const [first, ...rest] = argv;
  const wizard = wizardOf(table);
  if (first === undefined)
    return isTerminal(ports) ? runLogged(wizard, nothingSaid(), ports) : say(shortHelp(wizard), ports);
  if (rest.length === 0 && isOneOf(first, ['-V', '--version'])) return say(`${version}\n`, ports);
  if (rest.length === 0 && isOneOf(first, ['-h', '--help', 'help'])) return say(programHelp(table, wizard), ports);
  const alone = rest.length === 0 && table.find(({ name }) => name === first);
  if (alone) return runLogged(alone, nothingSaid(), ports);
  if (first === 'complete' && rest.includes('--'))
    return (await import('./commands/complete.ts')).complete(rest, ports, table);
  const { parseArgv } = await import('./commands/parse.ts');
  return follow(await parseArgv(argv, table), argv, ports, table);
}

async function follow(parsed: Parsed, argv: readonly string[], ports: Ports, table: Table): Promise<number> {
  switch (parsed.kind) {
    case 'run':
      return runLogged(parsed.entry, parsed.raw, ports);
    case 'version':
      return say(`${version}\n`, ports);
    case 'help':
      return say(parsed.entry.name === '' ? programHelp(table, parsed.entry) : await commandHelp(parsed.entry), ports);
    case 'refused':
      return (await import('./refusal.ts')).refuse([parsed.finding], 2, argv, ports);
  }
}

const nothingSaid = (): Raw => ({ args: [], flags: {}, set: new Set() });

const isOneOf = (word: string, words: readonly string[]): boolean => words.includes(word);

/** Where the wizard can be shown, or read line by line because that was asked for. */
function isTerminal({ streams, env }: Ports): boolean {
  return isOn(env.CROSSORG_LINE) || isOn(env.ACCESSIBLE) || (streams.stdin.isTTY && streams.out.isTTY && !isOn(env.CI));
}

function wizardOf(table: Table): CommandEntry {
  const wizard = table.find(({ name }) => name === '');
  if (!wizard) throw new Error('the table of commands has no entry for crossorg alone');
  return wizard;
}

function say(text: string, { streams }: Ports): number {
  streams.out.write(text);
  return 0;
}
