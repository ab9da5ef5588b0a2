import { foreignText } from '../problems/secrets.ts';
import { isRecord, type JsonRecord, recordAt, textAt } from '../tasks/json.ts';

/** What an error body says, whatever its shape; nothing said is an empty text. */
export type ErrorWords = {
  code: string;
  message: string;
  /** Codes of `details` and nested `innerError`, most specific last. */
  innerCodes: readonly string[];
  requestId: string | null;
};

const deepest = 8;
const mostDetails = 20;

/** Reads `{error: {code, message, …}}` and its relatives: a bare pair, OData 3, OAuth, a plain string, a list. */
export function readErrorBody(json: unknown): ErrorWords {
  const error = errorIn(json);
  if (typeof error === 'string') return { ...nothing, code: codeOf(oauthCode(json)), message: messageOf(error) };
  if (!isRecord(error)) return nothing;
  const inner = innerErrors(error);
  const innerCodes = [...detailsOf(error), ...inner].map((each) => codeOf(textAt(each, 'code')));
  return {
    code: codeOf(textAt(error, 'code')),
    message: messageOf(textAt(error, 'message') ?? textAt(recordAt(error, 'message') ?? {}, 'value')),
    innerCodes: [...new Set(innerCodes.filter((code) => code !== ''))],
    requestId: inner.map((each) => textAt(each, 'request-id')).find((id) => id !== undefined) ?? null,
  };
}

const nothing: ErrorWords = { code: '', message: '', innerCodes: [], requestId: null };

function errorIn(json: unknown): unknown {
  if (!isRecord(json)) return json;
  const described = textAt(json, 'error_description');
  if (described !== undefined) return described;
  const listed = Array.isArray(json.errors) ? json.errors[0] : undefined;
  return json.error ?? json['odata.error'] ?? listed ?? json;
}

const oauthCode = (json: unknown): string | undefined =>
  isRecord(json) && textAt(json, 'error_description') ? textAt(json, 'error') : undefined;

const detailsOf = (error: JsonRecord): JsonRecord[] =>
  Array.isArray(error.details) ? error.details.slice(0, mostDetails).filter(isRecord) : [];

function innerErrors(error: JsonRecord, depth = 0): JsonRecord[] {
  const inner = recordAt(error, 'innerError') ?? recordAt(error, 'innererror');
  return inner && depth < deepest ? [inner, ...innerErrors(inner, depth + 1)] : [];
}

const codeOf = (text: string | undefined): string => foreignText(text ?? '', 120);
const messageOf = (text: string | undefined): string => foreignText(text ?? '', 1_000);
