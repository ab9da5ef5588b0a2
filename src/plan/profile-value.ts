import type { Finding } from './finding.ts';
import { brokenFile, isJson, type Json, noObject, unknownKeys } from './json-file.ts';
import type { FieldId, FieldKind } from './profile-field.ts';
import { fieldAt, fieldIds } from './profile-fields.ts';
import { valueAt } from './profile-values.ts';
import type { Unreadable } from './question.ts';
import { err, ok, type Result } from './result.ts';

type Place = { at: string; path: string };

const kinds: Readonly<Record<FieldKind, string>> = {
  text: 'a text in double quotes',
  list: 'a list of texts in square brackets',
  number: 'a number',
  switch: 'true or false',
};

/** Every value of a saved profile, read as flags would be; all that is wrong is told with its place. */
export function readValues(saved: Json, { at, path }: Place): Result<Record<string, unknown>, readonly Finding[]> {
  const values: Record<string, unknown> = {};
  const findings = strangers(saved, { at, path });
  for (const id of fieldIds) {
    const value = readValue(id, valueAt(saved, fieldAt(id).path));
    if (value.ok) values[id] = value.value;
    else findings.push(wrongValue(`${at}.${fieldAt(id).path.join('.')}`, path, value.error));
  }
  return findings.length > 0 ? err(findings) : ok(values);
}

const wrongValue = (at: string, path: string, { what, ...words }: Unreadable): Finding =>
  brokenFile(path, { ...words, code: 'profileValue', what: `${at}: ${what}` });

/** Names that no profile has, at its root and in what it is made of. */
function strangers(saved: Json, { at, path }: Place): Finding[] {
  const paths = fieldIds.map((id) => fieldAt(id).path);
  const roots = [...new Set(paths.map(([root]) => root))];
  const nested = roots.filter((root) => paths.some(([first, ...rest]) => first === root && rest.length > 0));
  return [
    ...unknownKeys(saved, roots, { at: `${at}.`, path }),
    ...nested.flatMap((root) => {
      const part = saved[root];
      const known = paths.flatMap(([first, second]) => (first === root && second !== undefined ? [second] : []));
      if (part === undefined || part === null) return [];
      return isJson(part)
        ? unknownKeys(part, known, { at: `${at}.${root}.`, path })
        : [noObject(`${at}.${root}`, path)];
    }),
  ];
}

function readValue(id: FieldId, value: unknown): Result<unknown, Unreadable> {
  const { kind, isNeeded, isAnswer, read, label, example } = fieldAt(id);
  const text = textIn(kind, value ?? '');
  if (text === null)
    return err({
      what: `it is not ${kinds[kind]}.`,
      why: `${label} is written as ${kinds[kind]}.`,
      next: `For example ${kind === 'list' ? JSON.stringify(example.split(',')) : example}.`,
    });
  if (isNeeded && text.trim() === '')
    return err({ what: 'it is missing.', why: `No profile can do without it: ${label}.`, next: 'Add it.' });
  return isAnswer ? ok(text.trim() === '' ? null : text) : read(text);
}

/** The text that a flag would have for it; null for another kind of value. Nothing at all is the empty text. */
function textIn(kind: FieldKind, value: unknown): string | null {
  if (value === '') return '';
  switch (kind) {
    case 'text':
      return typeof value === 'string' ? value : null;
    case 'number':
      return typeof value === 'number' ? String(value) : null;
    case 'switch':
      return typeof value === 'boolean' ? (value ? 'yes' : 'no') : null;
    case 'list':
      return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join(',') : null;
  }
}
