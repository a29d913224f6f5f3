import type { FaultTruth } from '../../lab/fault.ts';
import { findFault } from '../../lab/faults.ts';
import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { median } from '../../src/domain/statistics.ts';
import type { Contestant, Suspect } from './contestant.ts';
import type { RecordedBlock } from './recording.ts';

type TrueCause = FaultTruth['causes'][number];

/** What one contestant made of one comparison. */
export interface Outcome {
  /** Place of each true cause among the suspects, 1 for the first; Infinity for one that was not named. */
  readonly places: readonly number[];
  /** The first suspect also has the right kind. */
  readonly isKindRight: boolean;
  /** |contribution of the true causes − measured effect| / effect; absent for contestants that only rank. */
  readonly error?: number;
}

/** A fault as it was recorded: what it did, and to which metric. */
export interface Effect {
  readonly metric: MetricName;
  /** Median with the fault less the median without, in the metric's unit. */
  readonly size: number;
  /** Too small to be told from the noise of one load. Reported apart. */
  readonly isWeak: boolean;
}

/** Below these an effect is weak. ms: what loads of a quiet machine differ by. */
const WEAK: Readonly<Record<string, number>> = { ms: 25, score: 0.02 };

/** An error of 20 ms is no smaller for an effect of 30. */
const SMALLEST_EFFECT = 60;

/** The metric that the fault made worst, of those it is meant for; undefined when a side has measured none of them. */
export function measureEffect({ variant, baseline, current }: RecordedBlock): Effect | undefined {
  const effects = findFault(variant.fault).truth.metrics.flatMap((metric): Effect[] => {
    const [before, after] = [baseline, current].map((loads) => valuesOf(loads, metric));
    if (!before?.length || !after?.length) return [];
    const size = median(after) - median(before);
    return [{ metric, size, isWeak: size < (WEAK[METRICS[metric].unit] ?? 0) }];
  });
  return effects.sort((a, b) => b.size - a.size)[0];
}

export function judge(
  contestant: Contestant,
  { variant, baseline, current }: Pick<RecordedBlock, 'variant' | 'baseline' | 'current'>,
  { metric, size }: Effect,
): Outcome {
  const { causes } = findFault(variant.fault).truth;
  const suspects = contestant.accuse(baseline, current, metric);
  const places = causes.map((cause) => {
    const index = suspects.findIndex((suspect) => isMeant(suspect, cause));
    return index < 0 ? Infinity : index + 1;
  });
  const [first] = suspects;
  const isKindRight = causes.some(
    (cause) => first && isMeant(first, cause) && cause.kinds.some((kind) => kind === first.kind),
  );
  const isMeasured = METRICS[metric].unit === 'ms' && !contestant.onlyRanks;
  const error = isMeasured ? errorOf(suspects, causes, size) : undefined;
  return { places, isKindRight, ...(error !== undefined && { error }) };
}

/** A suspect is right when it is the right resource, or, where none is to blame, the right kind of cause. */
function isMeant({ kind, resource }: Suspect, { where, kinds }: TrueCause): boolean {
  if (where instanceof RegExp) return resource !== undefined && where.test(resource);
  return (where === 'document' && kind === 'document') || kinds.some((right) => right === kind);
}

function errorOf(suspects: readonly Suspect[], causes: readonly TrueCause[], effect: number): number {
  const named = suspects.filter((suspect) => causes.some((cause) => isMeant(suspect, cause)));
  const contribution = named.reduce((sum, suspect) => sum + (suspect.contribution ?? 0), 0);
  return Math.abs(contribution - effect) / Math.max(SMALLEST_EFFECT, effect);
}

function valuesOf(loads: readonly Snapshot[], metric: MetricName): number[] {
  return loads.flatMap(({ metrics }) => metrics[metric] ?? []);
}
