import { createOutput, errorDocument, type Face, type Output } from '../frontends/output.ts';
import { findingLines, type Paper } from '../frontends/print-findings.ts';
import type { Finding } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { exitCodeForFindings } from '../problems/exit.ts';
import type { Settings } from './settings.ts';

/** How a command speaks: its output, and findings in the form that was asked for. */
export type Console = {
  output: Output;
  /** Findings as lines on standard error; with JSON they stand in the document instead. */
  findings(findings: readonly Finding[]): void;
  /** Ends a command before there is a plan or a task, and returns its exit code. */
  fail(findings: readonly Finding[], face?: Face): number;
};

export function createConsole(
  settings: Pick<Settings, 'json' | 'events' | 'ascii'>,
  { streams }: Pick<Ports, 'streams'>,
): Console {
  const output = createOutput({ ...settings, streams });
  const paper: Paper = { width: Math.max(40, (streams.err.columns || 80) - 1), ascii: settings.ascii };
  const print = (findings: readonly Finding[]) => {
    for (const finding of findings) output.notice(findingLines(finding, paper));
  };
  return {
    output,
    findings: (findings) => {
      if (output.format === 'text') print(findings);
    },
    fail: (findings, face) => {
      const exitCode = exitCodeForFindings(findings) || 1;
      if (output.format === 'text') print(findings);
      output.finish(errorDocument(findings, { exitCode, ...(face ? { face } : {}) }));
      return exitCode;
    },
  };
}
