import { html } from './html.ts';

/** The HTML report's looks: those of the panel, in both themes; every pair of text and ground has 4.5 : 1. */
export const REPORT_STYLE = html`
:root { color-scheme: light dark; --text: light-dark(#1d1f23, #e9eaee); --ground: light-dark(#fff, #282828);
  --muted: light-dark(#555b64, #b0b4bc); --line: light-dark(#dde2ea, #47494f); --bar: light-dark(#b9c1cd, #6a6e76);
  --bad: light-dark(#b01f17, #ffb4ab); --good: light-dark(#12663a, #86d9a5);
  --more: light-dark(#d93a30, #ef7a70); --less: light-dark(#25935a, #5fb987); }
body { max-width: 1000px; margin: 0 auto; padding: 24px 16px; background: var(--ground); color: var(--text);
  font: 14px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 20px; overflow-wrap: anywhere; }
h2 { margin: 24px 0 8px; font-size: 15px; }
.verdict { margin: 4px 0; font-weight: 600; }
.verdict:first-letter { text-transform: uppercase; }
.muted { color: var(--muted); }
.regressed { color: var(--bad); font-weight: 600; }
.improved { color: var(--good); }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 8px; border-bottom: 1px solid var(--line); text-align: start; white-space: nowrap; }
.number { text-align: end; }
.url { font-weight: 400; white-space: normal; overflow-wrap: anywhere; }
thead th { color: var(--muted); font-size: 12px; font-weight: 500; }
li p { margin: 2px 0; }
rect { fill: var(--bar); }
line { stroke: var(--text); stroke-dasharray: 2 2; }
.ledger line { stroke: var(--muted); stroke-dasharray: none; }
.ledger .more { fill: var(--more); }
.ledger .less { fill: var(--less); }
.ledger .level { fill: var(--muted); }
text { fill: var(--text); font: 12px system-ui, sans-serif; text-anchor: middle; }
.name { fill: var(--muted); }
footer { margin-top: 32px; font-size: 12px; }
`;
