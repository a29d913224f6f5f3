export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Lines of a table: columns as wide as their widest cell, two spaces apart, nothing at the ends of lines. */
export function alignTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
  return all.map((row) =>
    columns
      .map(({ align }, i) => {
        const cell = row[i] ?? '';
        const width = widths[i] ?? 0;
        return align === 'left' ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
