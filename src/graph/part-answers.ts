/** What a batch says about one of its parts. */
export type PartAnswer = { status: number; headers: Record<string, string>; body: unknown };

/**
 * The answers in a batch, by the id of their part. Two that say different things about one part leave it open which of
 * them is its own, so it has none: it is asked again, unless one of them asks for patience.
 */
export function partAnswersIn(json: unknown): Map<string, PartAnswer> {
  const { responses } = (json ?? {}) as { responses?: unknown };
  const read = Array.isArray(responses) ? responses.flatMap(readAnswer) : [];
  const answers = new Map<string, PartAnswer>();
  for (const [id, told] of Map.groupBy(read, ([own]) => own)) {
    const answer = oneOf(told.map(([, each]) => each));
    if (answer !== null) answers.set(id, answer);
  }
  return answers;
}

function oneOf([first, ...others]: readonly PartAnswer[]): PartAnswer | null {
  if (first === undefined) return null;
  const said = JSON.stringify(first);
  if (others.every((other) => JSON.stringify(other) === said)) return first;
  return [first, ...others].find(({ headers }) => headers['retry-after'] !== undefined) ?? null;
}

function readAnswer(value: unknown): [string, PartAnswer][] {
  const { id, status, headers, body } = (value ?? {}) as Record<string, unknown>;
  const number = statusIn(status);
  return number === null ? [] : [[String(id), { status: number, headers: headersIn(headers), body }]];
}

/** Some gateways write numbers as text. */
function statusIn(value: unknown): number | null {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599 ? status : null;
}

/** A pause that is asked for counts in whatever form it is written: as text, as a number, or as a list of one. */
function headersIn(value: unknown): Record<string, string> {
  const named = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const texts = named.flatMap(([name, said]) => {
    const text = Array.isArray(said) ? said[0] : said;
    return typeof text === 'string' || typeof text === 'number' ? [[name.toLowerCase(), String(text)]] : [];
  });
  return Object.fromEntries(texts);
}
