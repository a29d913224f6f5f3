/** A whole document around the parts that differ between pages. The empty icon spares a request for one. */
export function writeDocument(parts: {
  readonly title: string;
  readonly head: string;
  readonly body: string;
  readonly end?: string;
}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/css/main.css">
<link rel="stylesheet" href="/css/theme.css">
${parts.head}
</head>
<body>
<header class="masthead">
<span class="brand">Clay &amp; Alder</span>
<a href="/">Shop</a><a href="/article">Journal</a><a href="/spa">Catalogue</a><span data-basket>Basket (0)</span>
</header>
${parts.body}
<footer>Clay &amp; Alder, stoneware made slowly. Thrown, glazed and fired in one room by the river.</footer>
${parts.end ?? ''}
</body>
</html>
`;
}
