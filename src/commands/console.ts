import { createOutput, errorDocument, type Face, noFace, type Output } from '../frontends/output.ts';
import { findingLines, type Paper } from '../frontends/print-findings.ts';
import type { Finding } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { exitCodeForFindings } from '../problems/exit.ts';
import { inPlace } from '../wizard/in-place.ts';
import type { Session } from '../wizard/state.ts';
import { modeOf } from './mode.ts';
import type { Settings } from './settings.ts';

/** How a command speaks: its output, and findings in the form that was asked for. */
export type Console = {
  output: Output;
  /** Findings as lines on standard error; with JSON they stand in the document instead. */
  findings(findings: readonly Finding[]): void;
  /** Ends a command before there is a plan or a task, and returns its exit code. */
  fail(findings: readonly Finding[], session?: Session): number;
};

/** Nothing was opened yet, but it is known where it would have been. */
function faceBefore({ simulator, graphUrl = null, sourceTenant = null }: Partial<Settings>): Face {
  if (simulator === undefined) return noFace;
  return { ...noFace, mode: modeOf({ simulator, graphUrl }), source: { tenantId: sourceTenant, name: null } };
}

/** The rest is known when the flags could be read. */
type Manners = Pick<Settings, 'json' | 'events' | 'ascii'> & Partial<Settings>;

export function createConsole(settings: Manners, { streams, clock }: Pick<Ports, 'streams' | 'clock'>): Console {
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
    fail: (found, session) => {
      const findings = session ? inPlace(found, session) : found;
      const exitCode = exitCodeForFindings(findings) || 1;
      if (output.format === 'text') print(findings);
      const { zone = session?.zone } = settings;
      const face = session ?? faceBefore(settings);
      output.finish(errorDocument(findings, { exitCode, face, ...(zone ? { zone } : {}) }), clock.now());
      return exitCode;
    },
  };
}
