import type { Finding, NextStep } from '../../plan/finding.ts';

/** `code` is to be read letter by letter: an id, an address, a command. */
export type Cell = { text: string; is: 'text' | 'code' };

export type Fact = { label: string; value: Cell };

/** A report in parts, before it is Markdown or a page. */
export type Block =
  | { block: 'heading'; level: 1 | 2 | 3; text: string }
  | { block: 'alarm'; text: string }
  | { block: 'paragraph'; text: string }
  | { block: 'facts'; facts: readonly Fact[] }
  | { block: 'table'; caption: string; head: readonly string[]; rows: readonly (readonly Cell[])[] }
  | { block: 'steps'; steps: readonly NextStep[] }
  | { block: 'finding'; finding: Finding };

export const text = (value: string): Cell => ({ text: value, is: 'text' });
export const code = (value: string | null, none = 'none'): Cell =>
  value === null || value === '' ? text(none) : { text: value, is: 'code' };

export const fact = (label: string, value: string | Cell): Fact => ({
  label,
  value: typeof value === 'string' ? text(value) : value,
});
