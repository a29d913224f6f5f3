import { buildSnapshot } from '../../src/domain/build-snapshot.ts';
import { createCapture, createCapturedResource } from '../../src/domain/capture.fixture.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';

/** What an ordinary page asks for. */
const RESOURCES = 40;

/** Loads of one kind: enough for a baseline and for judged loads after it. */
const LOADS = 12;

export interface VisitOptions {
  readonly url: string;
  readonly n: number;
  /** In ms; what a screen must show of this load and of no other. */
  readonly lcp?: number;
  readonly resources?: number;
}

/** One load as the worker would have stored it. */
export function buildVisit({ url, n, lcp = 900 + n, resources = RESOURCES }: VisitOptions): Snapshot {
  const { origin } = new URL(url);
  const capture = createCapture({
    visitId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    url,
    startedAt: 1_700_000_000_000 + n * 60_000,
    resources: Array.from({ length: resources }, (_, index) =>
      createCapturedResource({
        url: `${origin}/asset/${index}.js`,
        startTime: 55 + (index % 50) * 3,
        transferSize: 2_000 + index * 10,
      }),
    ),
  });
  const vitals = { ...capture.vitals, largestContentfulPaint: { value: lcp, target: 'main>h1' } };
  return buildSnapshot({ ...capture, vitals });
}

/** The loads of one page that all seeded pages are copies of. */
export function buildTemplate(url: string): Snapshot[] {
  return Array.from({ length: LOADS }, (_, n) => buildVisit({ url, n: n + 1 }));
}

/** A page whose last load asks for a thousand resources that the loads before it did not have. */
export function buildHeavyPage(url: string): Snapshot[] {
  const few = Array.from({ length: 7 }, (_, n) => buildVisit({ url, n: 100 + n, resources: 5 }));
  return [...few, buildVisit({ url, n: 107, lcp: 3000, resources: 1_005 })];
}
