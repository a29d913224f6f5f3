import { printable } from './printable.ts';

/** Text that a page chose, for a Markdown table or list: no markup, no mention or issue, no end of a cell. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&')
    .replace(/[@#](?=\w)/g, '$&\u200b');
}
