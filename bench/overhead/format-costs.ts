import { type CostComparison, CONTESTANTS } from './compare-costs.ts';

const ADDED = ['added by ours', '(quartiles)', 'by bare', 'by empty'];

/** Ratios first; what was added, and the medians of whole loads, behind them. */
export function formatCosts(page: string, comparisons: readonly CostComparison[]): string {
  const header = [page, 'ours/bare', ...ADDED, ...CONTESTANTS];
  return [header, ...comparisons.map(listCells)].map(formatLine).join('\n').concat('\n');
}

function listCells({ cost, ratio, added, addedByOursQuartiles, whole }: CostComparison): string[] {
  const unit = cost === 'heap' ? 'kB' : 'ms';
  const [low, high] = addedByOursQuartiles;
  return [
    `  ${cost} (${unit})`,
    `${ratio.toFixed(3)}×`,
    added.ours.toFixed(2),
    `(${low.toFixed(1)} to ${high.toFixed(1)})`,
    added.bare.toFixed(2),
    added.empty.toFixed(2),
    ...CONTESTANTS.map((name) => whole[name].toFixed(1)),
  ];
}

function formatLine(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(30) : cell.padStart(16))).join('');
}
