/** `/css/theme.css`: the colours. */
export const THEME_STYLE = `
:root {
  --paper: #faf6ef;
  --ink: #2b2a28;
  --muted: #746c61;
  --line: #e2d8c8;
  --clay: #a85a3c;
  --clay-dark: #8a4528;
}
body { background: var(--paper); color: var(--ink); }
a { color: var(--clay-dark); }
.masthead { border-bottom: 1px solid var(--line); }
.masthead a { color: inherit; }
.brand { color: var(--clay-dark); }
.hero { background-color: #ded0be; }
.hero-text p { color: #5a5046; }
.button, .card button { background: var(--clay-dark); color: #fff; }
.card { background: #fff; border: 1px solid var(--line); }
.card p, .lead, .byline, figcaption, footer { color: var(--muted); }
.card .price { color: var(--ink); }
.stockists td { border-bottom: 1px solid var(--line); }
.promo { background: var(--clay); color: #fff; }
`;
