import type { Figure } from './row.ts';

const WIDTH = 62;

/** One line a figure: what, target, measured. */
export function formatFigures(id: string, figures: readonly Figure[]): string {
  return figures
    .map(({ what, target, measured, holds }) => {
      const mark = holds ? 'ok  ' : 'FAIL';
      return `${mark} ${id.padEnd(4)}${what.padEnd(WIDTH)} ${target.padEnd(18)} | ${measured}`;
    })
    .join('\n');
}
