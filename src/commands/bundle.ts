import { createOutput, documentOf, noFace } from '../frontends/output.ts';
import type { NextStep } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import { accountOf, type Bundle, bundleText, gatherBundle } from './bundle/gather.ts';
import type { Raw } from './command.ts';
import { writeNewFiles } from './report-files.ts';
import { argvOf, readManners, textFlag } from './settings.ts';

/** A support bundle: shows all of it that counts, and only then writes it. It asks no service and sends nothing. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const { clock, files } = ports;
  const { json, events, line, mayAsk } = readManners(raw, ports);
  const output = createOutput({ json, events, streams: ports.streams });
  const bundle = await gatherBundle(ports);
  output.text(['A support bundle. Nothing is sent anywhere.', '', ...accountOf(bundle)]);
  const given = textFlag(raw, 'out');
  const path = mayAsk && !line ? await agreed(given ?? usualName(clock.now())) : given;
  if (path !== null) {
    const file = { path, text: bundleText(bundle, clock.now()) };
    const written = await writeNewFiles([file], { files, force: raw.flags.force === true });
    if (!written.ok) return refuse([written.error], written.error.from === 'input' ? 2 : 1, argvOf(raw), ports);
  }
  output.text(path === null ? ['Nothing was written.', `${writeIt.do} ${writeIt.command}`] : `Written: ${path}`);
  output.finish(documentOf('bundle', 0, noFace, bodyOf(bundle, path)), clock.now());
  return 0;
}

/** Says what the file is called; null when the person does not want it. */
async function agreed(path: string): Promise<string | null> {
  const { askYes } = await import('../frontends/ask-yes.ts');
  return (await askYes(`Write it to ${path}?`)) ? path : null;
}

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
