import type { CostComparison } from './compare-costs.ts';

/** Ratios first; what was added, and the medians they come from, behind them. */
export function formatCosts(page: string, comparisons: readonly CostComparison[]): string {
  const header = [page, 'ours/bare', 'added by ours', '(quartiles)', 'by bare', 'none', 'bare', 'ours'];
  return [header, ...comparisons.map(listCells)].map(formatLine).join('\n').concat('\n');
}

function listCells(row: CostComparison): string[] {
  const unit = row.cost === 'heap' ? 'kB' : 'ms';
  const [low, high] = row.addedByOursQuartiles;
  const numbers = [row.addedByBare, row.none, row.bare, row.ours].map((value) => value.toFixed(1));
  return [
    `  ${row.cost} (${unit})`,
    `${row.ratio.toFixed(3)}×`,
    row.addedByOurs.toFixed(2),
    `(${low.toFixed(1)} to ${high.toFixed(1)})`,
    ...numbers,
  ];
}

function formatLine(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(30) : cell.padStart(16))).join('');
}
