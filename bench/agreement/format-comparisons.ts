import type { Comparison } from './compare-variant.ts';

const WIDTHS = [30, 24, 14, 14, 12, 4];

export function formatHeader(): string {
  return formatLine(['variant', 'metric', 'ours', 'oracle', 'difference', 'ok']);
}

export function formatComparison({ variant, metric, ours, oracle, difference, agrees }: Comparison): string {
  const cells = [ours, oracle, difference].map((value) => (value === undefined ? '–' : formatNumber(value)));
  return formatLine([variant, metric, ...cells, agrees ? 'yes' : 'NO']);
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

function formatLine(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index < 2 ? cell.padEnd(WIDTHS[index] ?? 0) : cell.padStart(WIDTHS[index] ?? 0)))
    .join(' ')
    .trimEnd();
}
