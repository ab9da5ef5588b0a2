import type { NextStep } from '../../plan/finding.ts';
import type { Report } from '../../wave/report.ts';
import { detailBlocks } from './details.ts';
import { findingParts, findingTitle, type Part, stepPart } from './finding-parts.ts';
import type { Block, Cell } from './outline.ts';
import { summaryBlocks } from './summary.ts';

/** A report in Markdown with tables, as GitHub and most wikis read it. */
export const markdownReport = (report: Report, next: readonly NextStep[]): string =>
  [...summaryBlocks(report, next), ...detailBlocks(report)].map((block) => `${linesOf(block).join('\n')}\n`).join('\n');

function linesOf(block: Block): string[] {
  switch (block.block) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${plain(block.text)}`];
    case 'alarm':
      return [`**${plain(block.text)}**`];
    case 'paragraph':
      return [plain(block.text)];
    case 'facts':
      return tableLines(
        ['Fact', 'Value'],
        block.facts.map(({ label, value }) => [plain(label), cellText(value)]),
      );
    case 'table':
      return [
        `${plain(block.caption)}:`,
        '',
        ...tableLines(
          block.head.map(plain),
          block.rows.map((row) => row.map(cellText)),
        ),
      ];
    case 'steps':
      return block.steps.map((step) => `- ${partText(stepPart(step), false)}`);
    case 'finding':
      return [
        `**${plain(findingTitle(block.finding))}:** ${codeText(block.finding.code)}`,
        '',
        ...findingParts(block.finding).map((part) => `- ${partText(part, true)}`),
      ];
  }
}

const tableLines = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  rowLine(head),
  rowLine(head.map(() => '---')),
  ...rows.map(rowLine),
];

const rowLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const cellText = ({ text, is }: Cell): string => (is === 'code' ? codeText(text) : plain(text));

const partText = ({ label, text, code, link }: Part, isLabelled: boolean): string =>
  [
    isLabelled ? `${plain(label)}:` : '',
    plain(text),
    code === undefined ? '' : codeText(code),
    link === undefined ? '' : `<${link}>`,
  ]
    .filter((part) => part !== '')
    .join(' ');

/**
 * Letters that could open a tag, a link, a picture, a table cell or emphasis become entities, which stand for themselves
 * everywhere. An address may become a link by itself, but never one that hides where it leads.
 */
const plain = (text: string): string =>
  text.replace(/[&<>|\\`*[\]~]|\b_|_\b/gu, (letter) => named[letter] ?? `&#${letter.codePointAt(0)};`);

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A code span shows every letter as it is, but for those that end it or its table cell; tags are left to no reader. */
const codeText = (text: string): string => (/[`|\\<]/.test(text) ? plain(text) : `\`${text}\``);
