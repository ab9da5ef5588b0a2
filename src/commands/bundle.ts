import { documentOf, noFace } from '../frontends/output.ts';
import { type Finding, finding, type NextStep } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import { accountOf, type Bundle, bundleText, gatherBundle } from './bundle/gather.ts';
import type { Raw } from './command.ts';
import { type Console, createConsole } from './console.ts';
import { writeNewFiles } from './report/files.ts';
import { argvOf, readManners, textFlag } from './settings.ts';

/** A support bundle: shows all of it that counts, and only then writes it. It asks no service and sends nothing. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const { clock, files } = ports;
  const manners = readManners(raw, ports);
  const console = createConsole({ ...manners, ascii: raw.flags.ascii === true }, ports);
  const { output } = console;
  const bundle = await gatherBundle(ports);
  output.text(['A support bundle. Nothing is sent anywhere.', '', ...accountOf(bundle)]);
  const given = textFlag(raw, 'out');
  // Where nobody sits, the flag is the answer.
  const isAsked = manners.mayAsk && (given === null || ports.streams.stdin.isTTY);
  const path = isAsked ? await agreed(given ?? usualName(clock.now()), manners.line ? console : null) : given;
  if (path === undefined) return console.fail([answerMissing]);
  if (path !== null) {
    const file = { path, text: bundleText(bundle, clock.now()) };
    const written = await writeNewFiles([file], { files, force: raw.flags.force === true });
    if (!written.ok) return refuse([written.error], written.error.from === 'input' ? 2 : 1, argvOf(raw), ports);
  }
  output.text(path === null ? ['Nothing was written.', `${writeIt.do} ${writeIt.command}`] : `Written: ${path}`);
  output.finish(documentOf('bundle', 0, noFace, bodyOf(bundle, path)), clock.now());
  return 0;
}

/**
 * Says what the file is called; null when the person does not want it, undefined when the input ended before the answer.
 * `listener` is there in line mode.
 */
async function agreed(path: string, listener: Pick<Console, 'ask'> | null): Promise<string | null | undefined> {
  if (listener === null) {
    const { askYes } = await import('../frontends/ask-yes.ts');
    return (await askYes(`Write it to ${path}?`)) ? path : null;
  }
  const word = await listener.ask(`Write it to ${path}? Type yes, or press Enter for no:`);
  if (word === null) return undefined;
  return word.trim().toLowerCase() === 'yes' ? path : null;
}

const answerMissing: Finding = finding(
  {
    field: 'command',
    code: 'answerMissing',
    what: 'It was not answered whether the bundle is to be written. Nothing was written.',
    why: 'The input ended before the answer.',
    next: [
      { do: 'Name the file in place of an answer.', who: 'you', command: 'crossorg bundle --out crossorg-bundle.txt' },
    ],
  },
  { from: 'input' },
);

const usualName = (at: number): string =>
  `crossorg-bundle-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}.txt`;

const bodyOf = ({ sections, files, redactions, leftOut }: Bundle, path: string | null) => ({
  path,
  parts: sections.map(({ title, lines }) => ({ title, lines: lines.length })),
  files,
  redactions,
  leftOut,
  next: [path === null ? writeIt : sendIt],
});

const writeIt: NextStep = {
  do: 'Write it to a file.',
  who: 'you',
  command: 'crossorg bundle --out crossorg-bundle.txt',
};

const sendIt: NextStep = { do: 'Read it, then give it to whoever helps you.', who: 'you' };
