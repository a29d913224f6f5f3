import { createCapture, createCapturedResource } from '../../src/domain/capture.fixture.ts';
import type { Capture } from '../../src/domain/capture.ts';

export const RESOURCES = 60;

/** The nth load of a page of usual size, never quite the same as the one before. */
export function createUsualCapture(url: string, n: number, overrides: Partial<Capture> = {}): Capture {
  const { origin } = new URL(url);
  const jitter = (n * 7919) % 100;
  return createCapture({
    visitId: crypto.randomUUID(),
    url,
    vitals: {
      timeToFirstByte: { value: 40 + jitter },
      firstContentfulPaint: { value: 180 + jitter },
      largestContentfulPaint: { value: 240 + jitter },
      cumulativeLayoutShift: { value: 0 },
    },
    resources: Array.from({ length: RESOURCES }, (_, resource) =>
      createCapturedResource({
        url: `${origin}/assets/chunk-${resource}.js`,
        startTime: 60 + resource * 5 + jitter / 10,
      }),
    ),
    ...overrides,
  });
}
