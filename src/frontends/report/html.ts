import type { NextStep } from '../../plan/finding.ts';
import type { Report } from '../../wave/report.ts';
import { modeWords } from '../plain-lines.ts';
import { detailBlocks } from './details.ts';
import { findingParts, findingTitle, type Part, stepPart } from './finding-parts.ts';
import type { Block, Cell } from './outline.ts';
import { pageStyle } from './style.ts';
import { summaryBlocks } from './summary.ts';

/** Nothing may run and nothing may be loaded, whatever a name in the report tries; only the style of the page itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A report as one page that needs no other file: to be opened, printed, mailed and filed. */
export function htmlReport(report: Report, next: readonly NextStep[]): string {
  const title = `${report.mode === 'live' ? '' : `${modeWords[report.mode]}: `}migration report ${report.run}`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...[...summaryBlocks(report, next), ...detailBlocks(report)].map(blockHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.block) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'alarm':
      return `<p class="alarm" role="note">${escaped(block.text)}</p>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'facts':
      return listHtml(block.facts.map(({ label, value }) => [label, cellHtml(value)]));
    case 'table':
      return tableHtml(block);
    case 'steps':
      return `<ul>\n${block.steps.map((step) => `<li>${partHtml(stepPart(step))}</li>`).join('\n')}\n</ul>`;
    case 'finding':
      return [
        `<section class="finding ${block.finding.severity}">`,
        `<p class="title">${escaped(findingTitle(block.finding))}: ${codeHtml(block.finding.code)}</p>`,
        listHtml(findingParts(block.finding).map((part) => [part.label, partHtml(part)])),
        '</section>',
      ].join('\n');
  }
}

const listHtml = (items: readonly (readonly [label: string, html: string])[]): string =>
  `<dl>\n${items.map(([label, html]) => `<dt>${escaped(label)}</dt><dd>${html}</dd>`).join('\n')}\n</dl>`;

/** The first cell names its row for those who hear the table read out. */
const tableHtml = ({ caption, head, rows }: Extract<Block, { block: 'table' }>): string =>
  [
    '<div class="wide">',
    '<table>',
    `<caption>${escaped(caption)}</caption>`,
    `<thead><tr>${head.map((label) => `<th scope="col">${escaped(label)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(([first, ...others]) =>
      first === undefined
        ? ''
        : `<tr><th scope="row">${cellHtml(first)}</th>${others.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
    '</div>',
  ].join('\n');

const cellHtml = ({ text, is }: Cell): string => (is === 'code' ? codeHtml(text) : escaped(text));

const partHtml = ({ text, code, link }: Part): string =>
  [
    escaped(text),
    code === undefined ? '' : codeHtml(code),
    link === undefined ? '' : `<a href="${escaped(link)}" rel="noreferrer">${escaped(link)}</a>`,
  ]
    .filter((part) => part !== '')
    .join(' ');

/** Apart from what stands around it, so that a name written from right to left does not turn its neighbours. */
const codeHtml = (text: string): string => `<code><bdi>${escaped(text)}</bdi></code>`;

const escaped = (text: string): string => text.replace(/[&<>"'`]/g, (letter) => `&#${letter.charCodeAt(0)};`);
