import { type Finding, finding } from './finding.ts';
import { jsonTrouble } from './json-place.ts';
import { nearest } from './parse/nearest.ts';
import { quoted } from './parse/readable.ts';
import { err, ok, type Result } from './result.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each step turns a file of the version of its place in the list, counted from 1, into one of the next. */
export type Migration = (file: Json) => Json;

/** JSON of a person's own hand: an object with a version, brought to the one that this program works with. */
export function readJsonFile(text: string, path: string, steps: readonly Migration[] = []): Result<Json, Finding> {
  const plain = text.replace(/^\uFEFF/, '');
  const trouble = jsonTrouble(plain);
  if (trouble)
    return err(
      brokenFile(path, {
        code: 'fileNotJson',
        what: `${path} is not JSON at line ${trouble.line}, column ${trouble.column}.`,
        why: `There should be ${trouble.expected}.`,
      }),
    );
  const root: unknown = JSON.parse(plain);
  if (!isJson(root))
    return err(brokenFile(path, { code: 'fileNotJson', what: `${path} is no JSON object.`, why: braces }));
  const version = root.version ?? 1;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return err(brokenFile(path, { code: 'fileVersion', what: 'version: it is no version.', why: 'It is 1 or more.' }));
  if (version > steps.length + 1) return err(tooNew(path, version));
  return ok(steps.slice(version - 1).reduce((file, step) => step(file), root));
}

const braces = 'It starts with { and ends with }.';

type Words = { code: string; what: string; why: string; next?: string; suggestion?: string };

/** What is wrong with a file, and that it stays as it is until somebody mends it. */
export const brokenFile = (path: string, { code, what, why, next, suggestion }: Words): Finding =>
  finding(
    {
      field: 'profile',
      code,
      what,
      why,
      next: `${next ?? 'Correct it.'} It stands in ${path}, which is left as it is.`,
    },
    { from: 'input', ...(suggestion === undefined ? {} : { suggestion }) },
  );

export const noObject = (at: string, path: string): Finding =>
  brokenFile(path, { code: 'fileNoObject', what: `${at}: it is no object.`, why: braces });

const tooNew = (path: string, version: number): Finding =>
  brokenFile(path, {
    code: 'fileTooNew',
    what: `${path} was written by a newer crossorg.`,
    why: `It has version ${version}, which this one does not know.`,
    next: 'Use the newer crossorg, or another folder with CROSSORG_CONFIG_DIR.',
  });

/** A name that means nothing would be ignored, and somebody relies on it. `at` is where it stands, with its dot. */
export const unknownKeys = (
  value: Json,
  known: readonly string[],
  { at, path }: { at: string; path: string },
): Finding[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const meant = nearest(key, known);
      return brokenFile(path, {
        code: 'fileUnknownName',
        what: `${at}${/^\w{1,40}$/.test(key) ? key : quoted(key)}: nothing has this name here.`,
        why: `Known are ${known.join(', ')}.`,
        next: meant === undefined ? 'Leave it out.' : `Write ${meant}, or leave it out.`,
        ...(meant === undefined ? {} : { suggestion: meant }),
      });
    });
