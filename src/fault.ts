import { type Finding, finding } from './plan/finding.ts';
import type { Ports } from './ports/ports.ts';
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
  const stack = withoutSecrets(stackOf(error), env);
  return `crossorg ${version} on ${machine.platform}, ${at}\ncrossorg ${words}\n\n${stack}\n`;
}

function withoutValue(word: string, index: number): string {
  if (word.startsWith('-')) return word.replace(/=.*$/s, '');
  return index === 0 && /^[a-z]+$/.test(word) ? word : '…';
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return messageOf(error);
  const stack = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? stack : `${stack}\nCaused by: ${stackOf(error.cause)}`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const secretNames = ['CROSSORG_ACCESS_TOKEN', 'CROSSORG_CLIENT_SECRET', 'CROSSORG_CLIENT_CERTIFICATE_PASSWORD'];

const withoutSecrets = (text: string, env: Ports['env']): string =>
  secretNames
    .flatMap((name) => env[name] || [])
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
    .replaceAll(/eyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, '[token]');
