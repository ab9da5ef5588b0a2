import { showsUnicode } from './frontends/ascii.ts';
import { lineReason } from './frontends/line-mode.ts';
import { spokenFinding } from './frontends/lines/spoken-finding.ts';
import { createVoice, voiceOn } from './frontends/lines/voice.ts';
import { sayOnce } from './frontends/lines/wave/once.ts';
import { createOutput, errorDocument } from './frontends/output.ts';
import { findingLines } from './frontends/print-findings.ts';
import type { Finding } from './plan/finding.ts';
import type { Ports, Stream } from './ports/ports.ts';

type Around = Pick<Ports, 'streams' | 'env' | 'machine' | 'clock'>;

/** Says why a command line did not become a command: as one document for scripts, in plain lines for people. */
export function refuse(
  findings: readonly Finding[],
  exitCode: number,
  argv: readonly string[],
  { streams, env, machine, clock }: Around,
): number {
  const asked = (flag: string) => argv.includes(flag);
  const output = createOutput({ json: asked('--json'), events: asked('--events'), streams });
  const paper = {
    width: Math.min(streams.err.columns - 1, 99),
    ascii: asked('--ascii') || !showsUnicode(env, machine.platform),
  };
  const isListened = lineReason({ flags: { line: asked('--line') } }, env, null) !== null;
  if (output.format === 'text' && isListened)
    createVoice(voiceOn(streams.err, { machine })).say(sayOnce(findings.flatMap(spokenFinding)));
  else if (output.format === 'text') output.notice(findings.flatMap((finding) => findingLines(finding, paper)));
  else output.finish(errorDocument(findings, { exitCode }), clock.now());
  return exitCode;
}

/** The same as text, for the moment when nothing can be written in the usual way. */
export function refusalText(
  findings: readonly Finding[],
  exitCode: number,
  argv: readonly string[],
  around: Around,
): { stream: 'out' | 'err'; text: string } {
  const { out, err } = around.streams;
  const written = { out: [] as string[], err: [] as string[] };
  const into = (stream: Stream, lines: string[]): Stream => ({
    isTTY: stream.isTTY,
    columns: stream.columns,
    rows: stream.rows,
    write: (text) => lines.push(text),
  });
  const streams = { ...around.streams, out: into(out, written.out), err: into(err, written.err) };
  refuse(findings, exitCode, argv, { ...around, streams });
  const stream = written.out.length > 0 ? 'out' : 'err';
  return { stream, text: written[stream].join('') };
}
