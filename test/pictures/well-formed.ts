const attribute = String.raw`\s+[\w:-]+="[^"<]*"`;
const tag = new RegExp(`<(?:/([\\w:]+)\\s*|([\\w:]+)((?:${attribute})*)\\s*(/?))>`, 'g');

const namesIn = (attributes: string): string[] =>
  [...attributes.matchAll(/([\w:-]+)="/g)].map(([, name]) => name ?? '');

/** What keeps a small XML document, without comments and declarations, from being well-formed. */
export function xmlFaults(text: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  let roots = 0;
  for (const [whole, closed, opened, attributes = '', isEmpty] of text.matchAll(tag)) {
    const names = namesIn(attributes);
    if (new Set(names).size < names.length) faults.push(`an attribute twice: ${whole}`);
    if (closed !== undefined && open.pop() !== closed) faults.push(`nothing to close: ${whole}`);
    if (opened === undefined) continue;
    if (open.length === 0) roots += 1;
    if (isEmpty === '') open.push(opened);
  }
  const rest = text.replaceAll(tag, '');
  if (rest.includes('<')) faults.push(`not a tag: ${rest.slice(rest.indexOf('<')).slice(0, 40)}`);
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) faults.push('a bare &');
  if (roots !== 1) faults.push(`${roots} roots`);
  return [...faults, ...open.map((name) => `not closed: ${name}`)];
}
