import type { BaselineRow } from '../baseline.ts';
import { METRIC_NAMES, type MetricName } from '../metric.ts';
import type { MetricVerdict, Rule, Sample } from '../verdict.ts';
import { acquitMilestones, blameMilestones, hastenMilestones } from './blame-milestones.ts';
import { changeBaseline } from './change-baseline.ts';
import { compareSamples } from './compare-samples.ts';
import { describeCohort } from './describe-cohort.ts';
import { judgeSeries } from './judge-series.ts';
import { advance } from './life-cycle.ts';
import { METRIC_NOISE, type SeriesName } from './metric-noise.ts';
import { measurePageSpeed } from './page-speed.ts';
import { addRow, type AllSeries, INITIAL_SCAN, readLevels, type ScanState } from './scan-state.ts';
import { EMPTY_SERIES, type Series } from './series.ts';
import { measureScale, type Scale } from './steady.ts';

const SERIES_NAMES: readonly SeriesName[] = [...METRIC_NAMES, 'pageSpeed'];

type Scales = { readonly [Name in SeriesName]?: Scale };

/** What a sample says of every series. */
type Values = { readonly [Name in SeriesName]?: number | undefined };

/**
 * The default rule: a frozen baseline, against which the newest loads are scanned for a shift that is larger than the
 * page's own noise and large enough to matter. Its thresholds are calibrated so that of a thousand unchanged loads two
 * or three raise an alarm, on any metric; the benchmark shows what that costs in loads until a regression is seen.
 */
export const scanRule: Rule<ScanState> = {
  name: 'scan',
  initial: () => INITIAL_SCAN,
  observe(state, sample) {
    const values = readValues(sample);
    const scales = measureScales(state.series, values);
    const series = advanceAll(state, { values, build: sample.build }, scales);
    const judge = (name: SeriesName): MetricVerdict => {
      const [was, is] = [state.series[name], series[name]];
      if (!is || values[name] === undefined) return { verdict: 'not-measured' };
      return judgeSeries(is, METRIC_NOISE[name], is.baseline === was?.baseline ? scales[name] : undefined);
    };
    return {
      state: recordLearning({ ...state, series, visitId: sample.visitId }, state),
      verdicts: Object.fromEntries(METRIC_NAMES.map((name) => [name, judge(name)])),
      pageSpeed: judge('pageSpeed'),
    };
  },
  compare: compareSamples,
  accept: (state) => changeBaseline(state, { action: 'accept' }),
  changeBaseline,
  describe: describeCohort,
};

function readValues({ metrics }: Sample): Values {
  return { ...metrics, pageSpeed: measurePageSpeed(metrics) };
}

/** What every baseline that these values are judged against says, so that it is worked out once a load. */
function measureScales(all: AllSeries, values: Values): Scales {
  const scales: { [Name in SeriesName]?: Scale } = {};
  for (const name of SERIES_NAMES) {
    const series = all[name];
    const isJudged = series && series.standing !== 'learning' && values[name] !== undefined;
    if (isJudged) scales[name] = measureScale(series.baseline, METRIC_NOISE[name]);
  }
  return scales;
}

function advanceAll(
  state: ScanState,
  { values, build }: { readonly values: Values; readonly build: string | undefined },
  scales: Scales,
): AllSeries {
  const next: { [Name in SeriesName]?: Series } = { ...state.series };
  for (const name of SERIES_NAMES) {
    const value = values[name];
    if (value === undefined) continue;
    const load = build === undefined ? { value } : { value, build };
    const terms = { noise: METRIC_NOISE[name], pinned: state.pinned, scale: scales[name] };
    next[name] = advance(state.series[name] ?? EMPTY_SERIES, load, terms);
  }
  return hastenMilestones(acquitMilestones(state.series, blameMilestones(state.series, next)));
}

/** A row for the baselines that this load completed, and one for those that were learnt anew from faster loads. */
function recordLearning(next: ScanState, before: ScanState): ScanState {
  const changed = (why: (was: Series, is: Series) => boolean): MetricName[] =>
    METRIC_NAMES.filter((name) => {
      const [was, is] = [before.series[name] ?? EMPTY_SERIES, next.series[name] ?? EMPTY_SERIES];
      return was !== is && is.standing !== 'learning' && why(was, is);
    });
  const learnt = changed((was) => was.standing === 'learning');
  const lowered = changed((was, is) => was.standing !== 'learning' && is.recent.length === 0);
  const rows: [BaselineRow['why'], MetricName[]][] = [
    ['learnt', learnt],
    ['learnt-lower', lowered],
  ];
  return rows
    .filter(([, names]) => names.length > 0)
    .reduce((state, [why, names]) => {
      const from = why === 'learnt' ? {} : readLevels(before.series, names);
      return addRow(state, { why, from, ...(next.visitId !== undefined && { visitId: next.visitId }) });
    }, next);
}
