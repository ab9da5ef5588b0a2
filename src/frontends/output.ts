import type { Finding, NextStep } from '../plan/finding.ts';
import type { Streams } from '../ports/ports.ts';
import { cleanText } from '../problems/clean.ts';
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

type Wanted = { json: boolean; events: boolean; streams: Pick<Streams, 'out' | 'err'> };

/** Data to standard output, everything else to standard error, all of it cleaned. Events win over one document. */
export function createOutput({ json, events, streams: { out, err } }: Wanted): Output {
  const format = events ? 'events' : json ? 'json' : 'text';
  const write = (value: unknown) => out.write(`${jsonText(value, format === 'json' && out.isTTY)}\n`);
  let isStarted = false;
  const event = (name: string, at: number, fields: Readonly<Record<string, unknown>>) => {
    isStarted = true;
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
      if (!isStarted) event('started', at, faceOf(document));
      event('summary', at, document);
    },
  };
}

/** JSON with every text in it cleaned, as it may be shown on a terminal. */
const jsonText = (value: unknown, indented: boolean): string =>
  JSON.stringify(
    value,
    (_, inner: unknown) => (typeof inner === 'string' ? cleanText(inner) : inner),
    indented ? 2 : 0,
  );

const plain = (lines: string | readonly string[]): string =>
  [lines]
    .flat()
    .flatMap((text) => text.split('\n'))
    .map((line) => `${/^ */.exec(line)?.[0] ?? ''}${cleanText(line)}\n`)
    .join('');
