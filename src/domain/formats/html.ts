/** Markup that is safe as it stands. Only `html` makes it, so text can never be taken for it. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Html[];

/** A template of markup whose parts are escaped unless they are markup of this kind themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = strings.map((text, i) => text + (i < parts.length ? write(parts[i] ?? '') : ''));
  return { markup: pieces.join('') };
}

function write(part: Part): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeHtml(part);
  return isList(part) ? part.map(({ markup }) => markup).join('') : part.markup;
}

function isList(part: Html | readonly Html[]): part is readonly Html[] {
  return Array.isArray(part);
}

/** For text and for attributes in double or single quotes. Marks that turn the direction of writing become "?". */
function escapeHtml(text: string): string {
  return text
    .replace(/(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
