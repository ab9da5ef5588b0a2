import {
  anyObject,
  exactly,
  list,
  matching,
  object,
  oneOf,
  orNull,
  type Shape,
  text,
  utcTime,
  whole,
  yesOrNo,
} from './file-shape.ts';
import { questionIds } from './questions.ts';

const id = matching('64 hex digits', /^[0-9a-f]{64}$/);
const tenant = object({ tenantId: orNull(text), name: orNull(text) });
const origin = matching('where the value came from', /^(flag|env|typed|profile|rule|default|file:[1-9]\d*)$/);

const plan = object({
  id,
  type: oneOf(['user', 'site', 'group']),
  values: list(object({ name: oneOf(questionIds), value: text, origin })),
  // Compared as a whole with what the values give.
  request: anyObject,
});

const dryRun = object({
  ok: yesOrNo,
  status: orNull(text),
  at: utcTime,
  requestId: orNull(text),
  clientRequestId: orNull(text),
});

/** The form of a plan file. */
export const planFileShape: Shape = object({
  schema: exactly('crossorg/1'),
  kind: exactly('plan'),
  createdAt: utcTime,
  version: text,
  mode: oneOf(['live', 'simulator', 'custom']),
  endpoint: text,
  profile: orNull(text),
  source: tenant,
  target: tenant,
  timeZone: text,
  change: orNull(text),
  planId: id,
  rows: list(object({ row: whole, line: orNull(whole), plan, dryRun: orNull(dryRun) })),
  checksum: id,
});
