import { explain } from '../../src/domain/explain.ts';
import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import { sampleOf } from '../../src/domain/observe.ts';
import { DEFAULT_RULE, findRule } from '../../src/domain/rules.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { CausesRecording } from './recording.ts';

export interface Unchanged {
  readonly ensembles: number;
  /** Ensembles in which a cause was named for any metric. */
  readonly named: number;
  /** Of these, the ones in which it was one of the page: the machine may well have been slower for a while. */
  readonly blamed: number;
  readonly comparisons: number;
  /** The metrics for which a cause was named, with the cause. */
  readonly alarms: readonly string[];
}

/** Fewer loads a side are no ensemble: their scatter is not known. */
const FEWEST_LOADS = 3;

/**
 * Compares loads between which nothing changed, as the extension would: which causes are named depends on what its rule
 * says. They are the two sides of the blocks that changed nothing, and either side of all blocks by halves: every other
 * load against those between them.
 */
export function judgeUnchanged({ blocks }: CausesRecording): Unchanged {
  const halves = blocks.flatMap(({ baseline, current }) => [splitInTurn(baseline), splitInTurn(current)]);
  const whole = blocks
    .filter(({ variant }) => variant.fault === 'aa')
    .map(({ baseline, current }) => [baseline, current] as const);
  const results = [...whole, ...halves]
    .filter((sides) => sides.every((loads) => loads.length >= FEWEST_LOADS))
    .map(([before, after]) => listMetrics(before, after));
  const alarms = results.map((metrics) => metrics.filter(({ cause }) => cause !== undefined));
  return {
    ensembles: results.length,
    named: alarms.filter((metrics) => metrics.length > 0).length,
    blamed: alarms.filter((metrics) => metrics.some(({ cause }) => !cause?.startsWith('environment'))).length,
    comparisons: results.reduce((sum, metrics) => sum + metrics.length, 0),
    alarms: alarms.flatMap((metrics) => metrics.map(({ name, cause }) => `${METRICS[name].label} ${cause}`)),
  };
}

function listMetrics(
  baseline: readonly Snapshot[],
  current: readonly Snapshot[],
): { name: MetricName; cause: string | undefined }[] {
  const verdicts = findRule(DEFAULT_RULE).compare(baseline.map(sampleOf), current.map(sampleOf));
  const { metrics } = explain(baseline, current, verdicts);
  return Object.entries(metrics).map(([name, { causes }]) => ({
    name: name as MetricName,
    cause: causes[0]?.kind,
  }));
}

function splitInTurn(loads: readonly Snapshot[]): readonly [Snapshot[], Snapshot[]] {
  return [loads.filter((_, i) => i % 2 === 0), loads.filter((_, i) => i % 2 === 1)];
}
