import { foreignText } from '../problems/secrets.ts';

/** No answer of these calls comes near this; what is longer is not read. */
const mostBytes = 2 * 1024 * 1024;

export type Body =
  | { kind: 'json'; json: unknown; excerpt: string }
  | { kind: 'empty' | 'html' | 'cut' | 'text' | 'wrong type'; excerpt: string };

/** Reads a body to its end or to the cap. Rejects when the connection breaks on the way. */
export async function readBody(response: Response): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    chunks.push(part.value);
    if (bytes > mostBytes) {
      await reader?.cancel().catch(() => undefined);
      return { kind: 'wrong type', excerpt: `An answer of more than ${mostBytes} bytes` };
    }
  }
  return understand(new TextDecoder().decode(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer()));
}

/** What a text is, before anyone looks for a task in it. */
export function understand(text: string): Body {
  const start = text.trimStart();
  // JSON may write a slash as two signs, in the middle of a secret.
  const excerpt = foreignText(start.slice(0, 8_000).replaceAll('\\/', '/'), 200);
  if (start === '') return { kind: 'empty', excerpt };
  if (/^<(?:!doctype|html|head|body)\b/i.test(start)) return { kind: 'html', excerpt };
  try {
    return { kind: 'json', json: JSON.parse(start), excerpt };
  } catch {
    return { kind: /^[{["]/.test(start) ? 'cut' : 'text', excerpt };
  }
}
