import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BaselineChange } from '../../src/domain/baseline.ts';
import type { MetricName } from '../../src/domain/metric.ts';
import { createComparisonThread } from '../connection/comparison-thread.ts';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import { type Content, deriveContent } from '../derive/content.ts';
import type { Selection } from '../derive/selection.ts';
import { DEFAULT_SIDES, LATEST_SIDE } from '../derive/sides.ts';
import { type BudgetsModel, createBudgetsModel } from './budgets-model.ts';
import { changeBaseline } from './change-baseline.ts';
import { createDatabaseModel, type DatabaseModel } from './database-model.ts';
import { deletePage } from './delete-page.ts';
import { createDiffsModel, type DiffsModel } from './diffs-model.ts';
import { createGuardModel, type GuardModel } from './guard-model.ts';
import { createHistoryModel, type HistoryModel } from './history-model.ts';
import { createNoticeModel, type NoticeModel } from './notice-model.ts';
import { createPagesModel, type PagesModel } from './pages-model.ts';
import { createPageModel, type PageModel } from './page-model.ts';
import { createProcessorModel } from './processor-model.ts';
import { createSiteModel, type SiteModel } from './site-model.ts';
import { createStorageModel, type StorageModel } from './storage-model.ts';
import { createTransferModel, type TransferModel } from './transfer-model.ts';
import { createVerifyModel, type VerifyModel } from './verify-model.ts';

export const SCREENS = ['overview', 'why', 'history', 'visits', 'budgets', 'pages'] as const;

export type ScreenName = (typeof SCREENS)[number];

/** Everything the panel knows and can do; its views are functions of it. */
export interface PanelModel extends DiffsModel {
  readonly tab: InspectedTab;
  readonly database: DatabaseModel;
  readonly storage: StorageModel;
  readonly site: SiteModel;
  readonly page: PageModel;
  readonly pages: PagesModel;
  readonly budgets: BudgetsModel;
  readonly notices: NoticeModel;
  readonly transfer: TransferModel;
  readonly verify: VerifyModel;
  readonly guard: GuardModel;
  readonly history: HistoryModel;
  readonly content: ReadonlySignal<Content>;
  readonly screen: Signal<ScreenName>;
  /** The metric whose diff is shown; undefined is the most important one. */
  readonly metric: Signal<MetricName | undefined>;
  /** What is lit up in every view of the diff. */
  readonly selection: Signal<Selection | undefined>;
  /** Opens the diff of a visit, or of the latest, against its baseline. */
  readonly explain: (what: { readonly visitId?: string | undefined; readonly metric?: MetricName }) => void;
  /** Opens the diff of two visits, the older one on the left. */
  readonly compare: (a: string, b: string, metric: MetricName) => void;
  readonly changeBaseline: (cohort: string, change: BaselineChange) => void;
  /** Shows a page, whatever the tab shows, on the screen one sees first. */
  readonly openPage: (key: string) => void;
  /** Deletes a page with all its loads, and offers to take it back. */
  readonly deletePage: (key: string) => void;
  /** Asks for the inspected site, straight from a click, and loads the page again to measure it whole. */
  readonly allowSite: () => void;
}

export function createPanelModel(tab: InspectedTab): PanelModel {
  const database = createDatabaseModel();
  const notices = createNoticeModel();
  const site = createSiteModel(tab);
  const page = createPageModel(database, site, tab.tabId);
  const guard = createGuardModel(notices);
  const processor = createProcessorModel(tab, guard.isOn);
  const screen = signal<ScreenName>('overview');
  const metric = signal<MetricName>();
  const selection = signal<Selection>();
  const ask = createComparisonThread();
  const diffs = createDiffsModel(page, ask);
  const { sides } = diffs;
  const history = createHistoryModel(
    database,
    page,
    computed(() => screen.value === 'history'),
  );
  effect(() => {
    if (page.key.value === undefined) return;
    sides.value = DEFAULT_SIDES;
    selection.value = undefined;
    history.picked.value = undefined;
    page.keep.value = [];
  });
  return {
    tab,
    database,
    storage: createStorageModel(notices),
    site,
    page,
    pages: createPagesModel(database, page, notices),
    budgets: createBudgetsModel(database, page.changes, notices),
    notices,
    transfer: createTransferModel({ database, notices, ask }),
    verify: createVerifyModel({ tab, page, notices, processor }),
    guard,
    history,
    content: computed(() => contentOf({ database, site, page })),
    screen,
    ...diffs,
    metric,
    selection,
    explain(what) {
      const { visitId } = what;
      const isLatest = visitId === undefined || visitId === page.data.peek()?.visits.at(-1)?.visitId;
      sides.value = { ...DEFAULT_SIDES, right: isLatest ? LATEST_SIDE : visitId };
      metric.value = what.metric;
      if (!isLatest) page.keep.value = [visitId];
      screen.value = 'why';
    },
    compare(a, b, chosen) {
      const order = (history.loads.peek() ?? []).map(({ visitId }) => visitId);
      const [left, right] = order.indexOf(a) <= order.indexOf(b) ? [a, b] : [b, a];
      page.keep.value = [left, right];
      sides.value = { left, right };
      metric.value = chosen;
      history.picked.value = undefined;
      screen.value = 'why';
    },
    changeBaseline(cohort, change) {
      const key = page.key.peek();
      if (key !== undefined) notices.guard(changeBaseline({ page: key, cohort }, change, notices));
    },
    openPage(key) {
      page.show(key);
      screen.value = 'overview';
    },
    deletePage(key) {
      const state = database.state.peek();
      if (state.status === 'open') notices.guard(deletePage(state.db, key, notices));
    },
    allowSite: () => notices.guard(allowAndReload(site, tab)),
  };
}

function contentOf({ database, site, page }: Pick<PanelModel, 'database' | 'site' | 'page'>): Content {
  return deriveContent({
    database: database.state.value.status,
    access: site.access.value.status,
    page: page.key.value,
    visits: page.data.value?.visits.length,
  });
}

async function allowAndReload(site: SiteModel, tab: InspectedTab): Promise<void> {
  if (await site.allow()) tab.reload?.();
}
