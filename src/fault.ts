import { type Finding, finding } from './plan/finding.ts';
import type { Ports } from './ports/ports.ts';
import { foreignText, hideKnown, secretsIn } from './problems/secrets.ts';
import { version } from './version.ts';

type Around = Pick<Ports, 'clock' | 'env' | 'files' | 'folders' | 'machine'>;

/** Keeps what is known about a bug in a log file, and turns it into a finding that names the file. Never throws. */
export async function recordFault(error: unknown, argv: readonly string[], around: Around): Promise<Finding> {
  const at = new Date(around.clock.now()).toISOString();
  const path = around.files.join(around.folders.state, `crash-${at.replaceAll(/[:.]/g, '-')}.log`);
  const problem = await around.files.write(path, crashText(error, argv, at, around)).then(
    () => null,
    (reason: unknown) => reason,
  );
  return faultFinding(
    problem === null
      ? `The details are in ${path}.`
      : `${path} could not be written, so the details are lost: ${messageOf(problem)}`,
  );
}

const faultFinding = (why: string): Finding =>
  finding(
    {
      field: 'program',
      code: 'fault',
      what: 'crossorg stopped because of a fault of its own.',
      why,
      next: [
        {
          do: 'See what was submitted before it stopped; nothing is sent twice.',
          who: 'you',
          command: 'crossorg runs',
        },
        { do: 'Report the fault, with the file of the details.', who: 'you' },
      ],
    },
    { from: 'program' },
  );

/** Arguments and values of flags are left out: they may be about people. */
function crashText(error: unknown, argv: readonly string[], at: string, { env, machine }: Around): string {
  const words = argv.map(withoutValue).join(' ');
  const stack = partsOf(error)
    .map((part) => partText(part, env))
    .join('\nCaused by: ');
  return `crossorg ${version} on ${machine.platform}, ${at}\ncrossorg ${words}\n\n${stack}\n`;
}

function withoutValue(word: string, index: number): string {
  if (word.startsWith('-')) return word.replace(/=.*$/s, '');
  return index === 0 && /^[a-z]+$/.test(word) ? word : '…';
}

type Part = { message: string; frames: readonly string[] };

const deepest = 5;

/** An error and its causes, each as what it says and where it was. */
function partsOf(error: unknown, depth = 0): Part[] {
  if (!(error instanceof Error)) return [{ message: messageOf(error), frames: [] }];
  const frames = (error.stack ?? '').split('\n').filter((line) => frame.test(line));
  const causes = error.cause === undefined || depth === deepest ? [] : partsOf(error.cause, depth + 1);
  return [{ message: `${error.name}: ${error.message}`, frames }, ...causes];
}

const frame = /^ {4}at \S/;

/** Where it was is our own code; what it says may quote anybody, and a token least of all belongs there. */
function partText({ message, frames }: Part, env: Ports['env']): string {
  const said = foreignText(hideKnown(message, secretsIn(env)), 2_000);
  return [withoutPeople(said), ...frames.map((line) => withoutHome(hideKnown(line, secretsIn(env)), env))].join('\n');
}

const withoutPeople = (text: string): string =>
  text
    .replaceAll(/https?:\/\/\S+/gi, '[address]')
    .replaceAll(/[^\s"'<>(),;:=]+@[^\s"'<>(),;:=]+/g, '[name]')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '[id]');

/** The folder of a user bears the user's name. */
function withoutHome(line: string, { HOME, USERPROFILE }: Ports['env']): string {
  const homes = [HOME, USERPROFILE].flatMap((home) => (home !== undefined && home.length > 3 ? writings(home) : []));
  return homes.reduce((rest, home) => rest.replaceAll(home, '~'), line);
}

/** A path as such, and as a part of a file's address. */
const writings = (home: string): string[] => {
  const slashes = home.replaceAll('\\', '/');
  return [home, slashes, encodeURI(slashes)];
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
