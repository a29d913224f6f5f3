import type { Capture } from '../src/domain/capture.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import type { ResourceEntry } from './pick-resource.ts';

/** Requests that no capture carries, in numbers. */
export interface Overflow {
  readonly totals: NonNullable<Capture['overflow']>;
  /** Those begun after settle, which no sum includes. */
  afterSettle: number;
}

/** What sums need of a request, read from the browser's entry only once: every message adds up all that follow it. */
export type CountedRequest = Pick<
  ResourceEntry,
  'startTime' | 'initiatorType' | 'transferSize' | 'decodedBodySize'
>;

export function countRequest(entry: ResourceEntry): CountedRequest {
  const { startTime, initiatorType, transferSize, decodedBodySize } = entry;
  return { startTime, initiatorType, transferSize, decodedBodySize };
}

/** Counts requests in. Sums are of the load, so what began after settle is only counted, not added up. */
export function addOverflow(
  overflow: Overflow,
  requests: readonly CountedRequest[],
  settledAt: Milliseconds = Infinity,
): void {
  for (const { startTime, initiatorType, transferSize, decodedBodySize } of requests) {
    if (startTime > settledAt) {
      overflow.afterSettle++;
      continue;
    }
    overflow.totals[initiatorType] ??= { count: 0, transferSize: 0, decodedSize: 0 };
    const total = overflow.totals[initiatorType];
    total.count++;
    total.transferSize += transferSize;
    total.decodedSize += decodedBodySize;
  }
}
