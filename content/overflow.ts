import type { Capture } from '../src/domain/capture.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import type { ResourceEntry } from './pick-resource.ts';

/** Requests that no capture carries, in numbers. */
export interface Overflow {
  readonly totals: NonNullable<Capture['overflow']>;
  /** Those begun after settle, which no sum includes. */
  readonly afterSettle: number;
}

/** Counts requests in. Sums are of the load, so what began after settle is only counted, not added up. */
export function addOverflow(
  overflow: Overflow,
  entries: readonly ResourceEntry[],
  settledAt: Milliseconds = Infinity,
): Overflow {
  const totals = { ...overflow.totals };
  let { afterSettle } = overflow;
  for (const { startTime, initiatorType, transferSize, decodedBodySize } of entries) {
    if (startTime > settledAt) {
      afterSettle++;
      continue;
    }
    const sofar = totals[initiatorType] ?? { count: 0, transferSize: 0, decodedSize: 0 };
    totals[initiatorType] = {
      count: sofar.count + 1,
      transferSize: sofar.transferSize + transferSize,
      decodedSize: sofar.decodedSize + decodedBodySize,
    };
  }
  return { totals, afterSettle };
}
