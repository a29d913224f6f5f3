import type { Section } from './section.ts';

const BEGIN = '<!-- measured: written by `npm run bench:table`, not by hand -->';
const END = '<!-- /measured -->';

/** The document with everything between its two marks replaced by a table a section. Throws where a mark is missing. */
export function renderTable(document: string, sections: readonly Section[]): string {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`expected ${BEGIN} … ${END}`);
  return [before + BEGIN, ...sections.map(renderSection), END + after].join('\n\n');
}

function renderSection({ title, command, measuredOn, figures }: Section): string {
  return [
    `### ${title}`,
    '',
    `\`${command}\` · ${measuredOn}`,
    '',
    '| figure | target | measured | holds |',
    '|---|---|---|---|',
    ...figures.map(({ what, target, measured, holds }) => {
      const cells = [what, target, measured, target === 'no promise' ? '' : holds ? 'yes' : '**no**'];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    }),
  ].join('\n');
}
