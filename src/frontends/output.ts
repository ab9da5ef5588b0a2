import type { Finding, NextStep } from '../plan/finding.ts';
import type { Streams } from '../ports/ports.ts';
import { cleanText } from '../problems/clean.ts';
import { hideSecrets } from '../problems/secrets.ts';
import type { Mode, TenantFace } from '../wave/entry.ts';

/** Which tenants a document is about. A session is one. */
export type Face = { mode: Mode | null; profile: string | null; source: TenantFace; target: TenantFace };

export type Document = { schema: 'crossorg/1'; kind: string; ok: boolean; exitCode: number } & Face &
  Readonly<Record<string, unknown>>;

const nobody: TenantFace = { tenantId: null, name: null };
export const noFace: Face = { mode: null, profile: null, source: nobody, target: nobody };

/** The one document of `--json`, with the fields that every document has. */
export const documentOf = (
  kind: string,
  exitCode: number,
  face: Face,
  body: Readonly<Record<string, unknown>>,
): Document => {
  const { mode, profile, source, target } = face;
  return { schema: 'crossorg/1', kind, ok: exitCode === 0, exitCode, mode, profile, source, target, ...body };
};

/** What `started` says, and every document repeats. */
export const faceOf = ({ mode, profile, source, target }: Face): Face => ({ mode, profile, source, target });

type ErrorOptions = { exitCode: number; face?: Face; zone?: string };

/** A failure before there is a plan. */
export const errorDocument = (
  findings: readonly Finding[],
  { exitCode, face = noFace, zone }: ErrorOptions,
): Document =>
  documentOf('error', exitCode, face, {
    findings,
    next: nextSteps(findings),
    ...(zone === undefined ? {} : { timeZone: zone }),
  });

/** What to do next about findings, each step once. */
export const nextSteps = (findings: readonly Finding[]): NextStep[] =>
  uniqueSteps(findings.flatMap(({ next }) => next));

export const uniqueSteps = (steps: readonly NextStep[]): NextStep[] => [
  ...new Map(steps.map((step) => [JSON.stringify(step), step])).values(),
];

/** Steps that no finding names already: nothing is printed twice. */
export function besideFindings(steps: readonly NextStep[], findings: readonly Finding[]): NextStep[] {
  const named = new Set(findings.flatMap(({ next }) => next.map(({ command }) => command)));
  return uniqueSteps(steps.filter(({ command }) => command === undefined || !named.has(command)));
}

export type Output = {
  format: 'text' | 'json' | 'events';
  /** Lines for people on standard output; nothing with `--json` or `--events`. */
  text(lines: string | readonly string[]): void;
  /** Progress and notices, on standard error. */
  notice(lines: string | readonly string[]): void;
  /** One line of `--events`; nothing otherwise. `at` is in milliseconds since 1970. */
  event(name: string, at: number, fields?: Readonly<Record<string, unknown>>): void;
  /** The end: the document of `--json`, or the last line of `--events`. `at` is in milliseconds since 1970. */
  finish(document: Document, at: number): void;
};

type Wanted = {
  json: boolean;
  events: boolean;
  streams: Pick<Streams, 'out' | 'err'>;
  /** The simulator hands out its own token; whatever else looks like a secret was typed or sent by mistake. */
  showsTokens?: boolean;
};

/** Data to standard output, everything else to standard error, all of it cleaned. Events win over one document. */
export function createOutput({ json, events, streams: { out, err }, showsTokens = false }: Wanted): Output {
  const format = events ? 'events' : json ? 'json' : 'text';
  const shown = (text: string) => (showsTokens ? cleanText(text) : hideSecrets(cleanText(text)));
  const plain = (lines: string | readonly string[]) =>
    linesOf(lines)
      .map((line) => `${indentOf(line)}${shown(line)}\n`)
      .join('');
  const write = (value: unknown) => out.write(`${jsonText(value, shown, format === 'json' && out.isTTY)}\n`);
  let latest: number | null = null;
  const event = (name: string, at: number, fields: Readonly<Record<string, unknown>>) => {
    latest = Math.max(at, latest ?? at);
    write({ schema: 'crossorg/1', event: name, at: new Date(at).toISOString(), ...fields });
  };
  return {
    format,
    text: (lines) => {
      if (format === 'text') out.write(plain(lines));
    },
    notice: (lines) => err.write(plain(lines)),
    event: (name, at, fields = {}) => {
      if (format === 'events') event(name, at, fields);
    },
    finish: (document, at) => {
      if (format === 'json') write(document);
      if (format !== 'events') return;
      // Whatever ends a command early, readers of events find the first line where they look for it.
      if (latest === null) event('started', at, faceOf(document));
      // Events may go by the service's clock, and what ended the command by this computer's.
      event('summary', Math.max(at, latest ?? at), document);
    },
  };
}

/** JSON with every text in it cleaned, as it may be shown on a terminal. */
const jsonText = (value: unknown, shown: (text: string) => string, indented: boolean): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? shown(inner) : inner), indented ? 2 : 0);

const linesOf = (lines: string | readonly string[]): string[] => [lines].flat().flatMap((text) => text.split('\n'));

const indentOf = (line: string): string => /^ */.exec(line)?.[0] ?? '';
