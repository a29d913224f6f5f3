import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { MetricName } from '../../src/domain/metric.ts';
import { readVisits } from '../../src/store/read.ts';
import { type HistoryLoad, mergeLoads, pickHistoryLoad } from '../derive/history-load.ts';
import type { DatabaseModel } from './database-model.ts';
import { liveRead } from './live-read.ts';
import type { PageModel } from './page-model.ts';

/** More points than these lie closer than a pointer can tell apart in a docked panel. */
const LOADS_SHOWN = 300;

export interface HistoryModel {
  /** Of the page that is shown, oldest first; undefined while they are being read. */
  readonly loads: ReadonlySignal<readonly HistoryLoad[] | undefined>;
  readonly metric: Signal<MetricName>;
  /** The kind of load that is shown; undefined is that of the latest. */
  readonly cohort: Signal<string | undefined>;
  /** The first of two loads to compare. */
  readonly picked: Signal<string | undefined>;
}

/**
 * The older loads are read when the screen opens or the page changes, the newest come with the page: what has just been
 * committed costs no second look at hundreds of snapshots.
 */
export function createHistoryModel(
  database: DatabaseModel,
  page: PageModel,
  isOpen: ReadonlySignal<boolean>,
): HistoryModel {
  const older = liveRead({
    database,
    key: () => (isOpen.value ? page.key.value : undefined),
    read: async (db, key) => {
      if (key === undefined) return undefined;
      const visits = await readVisits(db, key, { limit: LOADS_SHOWN });
      return { key, loads: visits.map(pickHistoryLoad) };
    },
  });
  return {
    loads: computed(() => {
      const data = page.data.value;
      const known = older.value;
      if (!data || known?.key !== data.key) return undefined;
      return mergeLoads(known.loads, data.visits).slice(-LOADS_SHOWN);
    }),
    metric: signal<MetricName>('largestContentfulPaint'),
    cohort: signal<string | undefined>(undefined),
    picked: signal<string | undefined>(undefined),
  };
}
