/** Where a text stops being JSON, counted from 1 as editors do, and what should stand there. */
export type JsonTrouble = { line: number; column: number; expected: string };

type Wanted = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const expectations: Readonly<Record<Wanted, string>> = {
  value: 'a value',
  valueOrEnd: 'a value or the closing bracket',
  name: 'a name in double quotes',
  nameOrEnd: 'a name in double quotes or the closing brace',
  colon: 'a colon',
  commaOrEnd: 'a comma or the closing bracket',
  nothing: 'the end of the file',
};

const unfinished = 'a text that ends in a double quote on its own line';

const token =
  /[ \t\n\r]*(?:("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\]:,]))/uy;

type Token = { kind: string; at: number; end: number; text: string };

/** One object or array that is open, with the names used in it so far. */
type Open = { close: '}' | ']'; names: Set<string> };

/** Null when the text is JSON and says nothing twice: of two equal names all readers but people take the last. */
export function jsonTrouble(text: string): JsonTrouble | null {
  const open: Open[] = [];
  let wanted: Wanted = 'value';
  for (let from = 0; ; ) {
    const found = tokenAt(text, from);
    const isTwice = found.kind === 'text' && wanted.startsWith('name') && open.at(-1)?.names.has(found.text);
    if (isTwice) return placeOf(text, found.at, `another name than ${found.text}, which is there already`);
    const next = after(found, wanted, open);
    if (next === null)
      return placeOf(text, found.at, found.kind === '' && text[found.at] === '"' ? unfinished : expectations[wanted]);
    if (found.kind === 'end') return null;
    wanted = next;
    from = found.end;
  }
}

function tokenAt(text: string, from: number): Token {
  token.lastIndex = from;
  const [whole = '', string, word, sign] = token.exec(text) ?? [];
  const found = string ?? word ?? sign ?? '';
  const end = from + whole.length;
  const at = whole === '' ? from + (/^[ \t\n\r]*/.exec(text.slice(from))?.[0].length ?? 0) : end - found.length;
  const kind = string !== undefined ? 'text' : word !== undefined ? 'word' : (sign ?? (at >= text.length ? 'end' : ''));
  return { kind, at, end, text: found };
}

/** What may follow; null when the token may not stand here. */
function after({ kind, text }: Token, wanted: Wanted, open: Open[]): Wanted | null {
  if (kind === 'end') return wanted === 'nothing' ? 'nothing' : null;
  if (kind === open.at(-1)?.close && ['valueOrEnd', 'nameOrEnd', 'commaOrEnd'].includes(wanted)) {
    open.pop();
    return afterValue(open);
  }
  switch (wanted) {
    case 'value':
    case 'valueOrEnd':
      return beginValue(kind, open);
    case 'name':
    case 'nameOrEnd':
      open.at(-1)?.names.add(text);
      return kind === 'text' ? 'colon' : null;
    case 'colon':
      return kind === ':' ? 'value' : null;
    case 'commaOrEnd':
      return kind === ',' ? (open.at(-1)?.close === '}' ? 'name' : 'value') : null;
    case 'nothing':
      return null;
  }
}

function beginValue(kind: string, open: Open[]): Wanted | null {
  if (kind === 'text' || kind === 'word') return afterValue(open);
  if (kind !== '{' && kind !== '[') return null;
  open.push({ close: kind === '{' ? '}' : ']', names: new Set() });
  return kind === '{' ? 'nameOrEnd' : 'valueOrEnd';
}

const afterValue = (open: readonly Open[]): Wanted => (open.length === 0 ? 'nothing' : 'commaOrEnd');

function placeOf(text: string, at: number, expected: string): JsonTrouble {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, expected };
}
