import { expect, test } from '@playwright/test';
import type { Row } from '../../bench/soak/row.ts';

const LONGEST_ROW = 300_000;

/** One test a row, at its short scale: every figure must hold, and times nearly so. */
export function testRows(rows: readonly Row[]): void {
  for (const row of rows) {
    test(`${row.id}: ${row.fault}`, async () => {
      // Some rows start a browser many times; what they promise is measured by the rows themselves.
      test.setTimeout(LONGEST_ROW);
      const figures = await row.measure('short', { goesOn: () => true, tell: () => undefined });
      expect(figures.length).toBeGreaterThan(0);
      expect(figures.filter(({ holds, isNear }) => !holds && !isNear)).toEqual([]);
    });
  }
}
