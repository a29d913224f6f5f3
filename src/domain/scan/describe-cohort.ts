import type { CohortStanding, MetricStanding } from '../baseline.ts';
import { METRIC_NAMES } from '../metric.ts';
import { median } from '../statistics.ts';
import { judgeSeries } from './judge-series.ts';
import { METRIC_NOISE, type SeriesName } from './metric-noise.ts';
import type { ScanState } from './scan-state.ts';
import type { Series } from './series.ts';

/** How every metric of a cohort stands, for showing. Metrics never measured are absent. */
export function describeCohort(state: ScanState): CohortStanding {
  const metrics = METRIC_NAMES.flatMap((name) => {
    const series = state.series[name];
    return series ? [[name, describeSeries(name, series)]] : [];
  });
  const { pageSpeed } = state.series;
  return {
    metrics: Object.fromEntries(metrics),
    ...(pageSpeed && { pageSpeed: describeSeries('pageSpeed', pageSpeed) }),
    ...(state.name !== undefined && { name: state.name }),
    pinned: state.pinned,
    history: state.history,
    canUndo: state.before !== undefined,
  };
}

function describeSeries(name: SeriesName, series: Series): MetricStanding {
  const { minimumDetectable } = judgeSeries(series, METRIC_NOISE[name]);
  const { standing, baseline, recent, change, first } = series;
  return {
    standing,
    baseline,
    recent,
    ...(change && { changed: change.loads }),
    ...(minimumDetectable !== undefined && { minimumDetectable }),
    ...(first !== undefined && { drift: { first, present: median(baseline) } }),
  };
}
