import { cleanText } from '../../src/problems/clean.ts';
import type { RequestLine } from '../../src/wizard/request-lines.ts';
import { takeCells } from '../text/truncate.ts';
import { apart, graphemes, widthOf } from '../text/width.ts';

/** Broken before the last part of the address, so that both halves can be read. */
export function urlLines(method: string, url: string, account: string | null): string[] {
  const cut = url.lastIndexOf('/') + 1;
  const indent = ' '.repeat(method.length + 1);
  const by = account === null ? '' : `   as ${cleanText(account)}`;
  return [`${method} ${url.slice(0, cut)}`, `${indent}${url.slice(cut)}${by}`];
}

/** Lines that do not fit go on under themselves: what is sent is never shortened. */
export const fitted = (lines: readonly RequestLine[], width: number): RequestLine[] =>
  lines.flatMap((line) => broken({ ...line, text: apart(line.text) }, width));

function broken({ text, origin }: RequestLine, width: number): RequestLine[] {
  const room = width - (origin === '' ? 0 : widthOf(origin) + 2);
  if (widthOf(text) <= room) return [{ text, origin }];
  const value = text.indexOf('": ') + 3;
  const cut = value > 2 && value < width && !text.startsWith('    ') ? value : takeCells(graphemes(text), width).length;
  const rest = broken({ text: `    ${text.slice(cut)}`, origin }, width);
  return [{ text: text.slice(0, cut), origin: '' }, ...rest];
}
