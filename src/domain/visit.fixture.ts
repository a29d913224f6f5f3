import { buildSnapshot } from './build-snapshot.ts';
import type { Capture } from './capture.ts';
import { createCapture } from './capture.fixture.ts';
import type { Snapshot } from './snapshot.ts';

/** Visits of one page with these largest contentful paints, one second apart. */
export function createVisits(
  paints: readonly (number | undefined)[],
  overrides: Partial<Capture> = {},
): Snapshot[] {
  return paints.map((paint, i) => {
    const capture = createCapture({
      visitId: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
      startedAt: 1_700_000_000_000 + i * 1000,
      ...overrides,
    });
    const { largestContentfulPaint: _paint, ...vitals } = capture.vitals;
    const known = paint === undefined ? vitals : { ...vitals, largestContentfulPaint: { value: paint } };
    return buildSnapshot({ ...capture, vitals: known });
  });
}
