/** The look of the page: the reader's own fonts and colours, light or dark, and black on white on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --line: #c8c8c8; --soft: #f3f3f3; --alarm: #8a5a00; --bad: #b00020; }
@media (prefers-color-scheme: dark) { :root { --line: #555; --soft: #2a2a2a; --alarm: #ffc14d; --bad: #ff8a8a; } }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
h3 { margin-top: 2rem; }
code { font: 0.9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.2rem 1.5rem; margin: 1rem 0; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
caption { text-align: left; font-weight: 600; padding: 0.3rem 0; }
th, td { border: 1px solid var(--line); padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); }
tbody th { font-weight: normal; }
td code, th code { overflow-wrap: break-word; }
.alarm { border: 3px solid var(--alarm); padding: 0.6rem 1rem; font-weight: 700; }
.finding { border-left: 4px solid var(--line); padding: 0 1rem; margin: 1rem 0; }
.finding.error { border-color: var(--bad); }
.finding.warning { border-color: var(--alarm); }
.finding .title { font-weight: 700; margin: 0; }
@media print {
  :root { color-scheme: light; --line: #999; --soft: #fff; --alarm: #000; --bad: #000; }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  td code, th code { overflow-wrap: anywhere; }
  h1, h2, h3, caption { break-after: avoid; }
  tr, .finding { break-inside: avoid; }
  thead { display: table-header-group; }
}
`;
