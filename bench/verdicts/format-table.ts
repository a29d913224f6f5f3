/** A table as text: the first column to the left, the others to the right, two spaces between. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const format = (cells: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = cells[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [format(header), format(widths.map((width) => '-'.repeat(width))), ...rows.map(format)].join('\n');
}

/** "0.42 %", or "<0.01 %" for something that happened hardly ever. */
export function formatRate(rate: number): string {
  if (Number.isNaN(rate)) return '-';
  return rate > 0 && rate < 0.0001 ? '<0.01 %' : `${(100 * rate).toFixed(2)} %`;
}

/** Whole percents: "97 %". */
export function formatShare(share: number): string {
  return Number.isNaN(share) ? '-' : `${Math.round(100 * share)} %`;
}
