import { placeLines, spokenPlaces } from '../frontends/finding-places.ts';
import { spokenFinding } from '../frontends/lines/spoken-finding.ts';
import { spokenOutput } from '../frontends/lines/spoken-output.ts';
import { createVoice, type Line, voiceOn } from '../frontends/lines/voice.ts';
import { sayOnce } from '../frontends/lines/wave/once.ts';
import { createOutput, errorDocument, type Face, noFace, type Output } from '../frontends/output.ts';
import { findingLines, type Paper } from '../frontends/print-findings.ts';
import type { Finding, NextStep } from '../plan/finding.ts';
import type { ProfileSide } from '../plan/profile.ts';
import type { Ports } from '../ports/ports.ts';
import { exitCodeForFindings } from '../problems/exit.ts';
import type { TenantFace } from '../wave/entry.ts';
import { inPlace } from '../wizard/in-place.ts';
import type { Session } from '../wizard/state.ts';
import { modeOf } from './mode.ts';
import type { Settings } from './settings.ts';

/** How a command speaks: its output, and findings in the form that was asked for. */
export type Console = {
  output: Output;
  /** How wide lines for people may be. */
  paper: Paper;
  /** Findings as lines on standard error; with JSON they stand in the document instead. */
  findings(findings: readonly Finding[]): void;
  /** The same, each below what it is about. */
  groups(groups: readonly Group[]): void;
  /** What to do next, as lines on standard error. */
  steps(steps: readonly NextStep[]): void;
  /** Asks for one word, in the way that was wanted; null when no answer came before the end of the input. */
  ask(message: string): Promise<string | null>;
  /** Ends a command before there is a plan or a task, and returns its exit code. */
  fail(findings: readonly Finding[], session?: Session): number;
};

/** Findings of several rows that are one to whoever acts on them: the first speaks for all, each has its place. */
export type Group = { about: string; findings: readonly [Finding, ...Finding[]] };

/** What it is about stands with its code: the same rows may have several groups, and what was said is not said again. */
function spokenGroup({ about, findings }: Group): Line[] {
  const [head, ...said] = spokenFinding(findings[0]);
  return [`${about}. ${head}`, ...said, ...spokenPlaces(findings)];
}

/** Nothing was opened yet, but it is known where it would have been. */
function faceBefore({ simulator, graphUrl = null, sourceTenant = null, profile }: Partial<Settings>): Face {
  if (simulator === undefined) return noFace;
  const mode = modeOf({ simulator, graphUrl });
  if (!profile) return { ...noFace, mode, source: { tenantId: sourceTenant, name: null } };
  const { name, source, target } = profile;
  return { mode, profile: name, source: faceOf(source), target: faceOf(target) };
}

const faceOf = ({ tenantId, name }: ProfileSide): TenantFace => ({ tenantId, name });

type SpeakingPorts = Pick<Ports, 'streams' | 'clock' | 'signals' | 'machine'>;

/** The rest is known when the flags could be read. */
type Manners = Pick<Settings, 'json' | 'events' | 'ascii'> & Partial<Settings>;

export function createConsole(settings: Manners, ports: SpeakingPorts): Console {
  const { streams, clock } = ports;
  const bare = createOutput({ ...settings, streams });
  const output = settings.line ? spokenOutput(bare, ports) : bare;
  const paper: Paper = { width: Math.max(40, (streams.err.columns || 80) - 1), ascii: settings.ascii };
  const say = (lines: readonly Line[]): void => createVoice(voiceOn(streams.err, ports)).say(sayOnce(lines));
  const print = (findings: readonly Finding[]) => {
    if (settings.line) say(findings.flatMap((finding) => [...spokenFinding(finding), ...spokenPlaces([finding])]));
    else
      for (const finding of findings) output.notice([...findingLines(finding, paper), ...placeLines([finding], paper)]);
  };
  return {
    output,
    paper,
    findings: (findings) => {
      if (output.format === 'text') print(findings);
    },
    groups: (groups) => {
      if (output.format !== 'text') return;
      if (settings.line) say(groups.flatMap(spokenGroup));
      else
        for (const { about, findings } of groups)
          output.notice([about, ...findingLines(findings[0], paper), ...placeLines(findings, paper)]);
    },
    steps: (steps) => {
      if (output.format !== 'text') return;
      if (settings.line) say(steps.flatMap(({ do: what, command }) => [what, ...(command ? [{ command }] : [])]));
      else output.notice(steps.map(({ do: what, command = '' }) => `${what} ${command}`.trimEnd()));
    },
    ask: async (message) =>
      settings.line
        ? (await import('../frontends/lines/ask-once.ts')).askOnce(message, ports)
        : (await import('../frontends/ask-word.ts')).askWord(message),
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
