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

type ErrorOptions = { exitCode: number; face?: Face };

/** A failure before there is a plan. */
export const errorDocument = (findings: readonly Finding[], { exitCode, face = noFace }: ErrorOptions): Document =>
  documentOf('error', exitCode, face, { findings, next: nextSteps(findings) });

/** What to do next about findings, each step once. */
export function nextSteps(findings: readonly Finding[]): NextStep[] {
  const steps = findings.flatMap(({ next }) => next);
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()];
}

export type Output = {
  format: 'text' | 'json' | 'events';
  /** Lines for people on standard output; nothing with `--json` or `--events`. */
  text(lines: string | readonly string[]): void;
  /** Progress and notices, on standard error. */
  notice(lines: string | readonly string[]): void;
  /** One line of `--events`; nothing otherwise. `at` is in milliseconds since 1970. */
  event(name: string, at: number, fields?: Readonly<Record<string, unknown>>): void;
  /** The end: the document of `--json`, or the last line of `--events`. */
  finish(document: Document): void;
};

type Wanted = { json: boolean; events: boolean; streams: Pick<Streams, 'out' | 'err'> };

/** Data to standard output, everything else to standard error, all of it cleaned. Events win over one document. */
export function createOutput({ json, events, streams: { out, err } }: Wanted): Output {
  const format = events ? 'events' : json ? 'json' : 'text';
  const write = (value: unknown) => out.write(`${jsonText(value, format === 'json' && out.isTTY)}\n`);
  return {
    format,
    text: (lines) => {
      if (format === 'text') out.write(plain(lines));
    },
    notice: (lines) => err.write(plain(lines)),
    event: (name, at, fields = {}) => {
      if (format === 'events') write({ schema: 'crossorg/1', event: name, at: new Date(at).toISOString(), ...fields });
    },
    finish: (document) => {
      if (format === 'json') write(document);
      if (format === 'events') write({ event: 'summary', ...document });
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
