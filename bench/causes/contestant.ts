import type { CauseKind } from '../../src/domain/cause.ts';
import type { MetricName } from '../../src/domain/metric.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';

/** What a contestant blames, the most to blame first. */
export interface Suspect {
  /** Path or URL of a resource; absent when it is none. */
  readonly resource?: string;
  readonly kind: CauseKind | 'document' | 'resource';
  /** In the metric's unit; absent for contestants that only rank. */
  readonly contribution?: number;
}

/** A way to say why a metric of the current loads is worse than in the baseline's. */
export interface Contestant {
  readonly name: string;
  /** It gives no milliseconds. */
  readonly onlyRanks?: boolean;
  readonly accuse: (
    baseline: readonly Snapshot[],
    current: readonly Snapshot[],
    metric: MetricName,
  ) => readonly Suspect[];
}
