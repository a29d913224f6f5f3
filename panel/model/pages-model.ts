import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BaselineChange } from '../../src/domain/baseline.ts';
import { readVisit } from '../../src/store/read.ts';
import type { PageRow, VisitRow } from '../../src/store/schema.ts';
import { changeBaseline } from './change-baseline.ts';
import type { DatabaseModel } from './database-model.ts';
import { liveRead } from './live-read.ts';
import type { NoticeModel } from './notice-model.ts';
import type { PageModel } from './page-model.ts';

/** The list of all pages, of which one at a time shows its baselines. */
export interface PagesModel {
  /** Key of the page whose baselines are shown. */
  readonly opened: Signal<string | undefined>;
  /** That page with the latest visit of each of its cohorts; undefined while they are being read. */
  readonly details: ReadonlySignal<
    { readonly row: PageRow; readonly visits: readonly VisitRow[] } | undefined
  >;
  readonly changeBaseline: (cohort: string, change: BaselineChange) => void;
}

export function createPagesModel(database: DatabaseModel, page: PageModel, notices: NoticeModel): PagesModel {
  const opened = signal<string>();
  const row = computed(() => page.pages.value.find(({ key }) => key === opened.value));
  const details = liveRead({
    database,
    key: () => row.value,
    read: async (db, wanted) => {
      if (!wanted) return undefined;
      const ids = Object.values(wanted.state.cohorts).map(({ latestVisit }) => latestVisit);
      const visits = await Promise.all(ids.map((visitId) => readVisit(db, visitId)));
      return { row: wanted, visits: visits.filter((visit) => visit !== undefined) };
    },
  });
  return {
    opened,
    details: computed(() => (details.value?.row.key === opened.value ? details.value : undefined)),
    changeBaseline(cohort, change) {
      const key = opened.peek();
      if (key !== undefined) notices.guard(changeBaseline({ page: key, cohort }, change, notices));
    },
  };
}
