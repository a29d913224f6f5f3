import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { parsePage } from '../../src/domain/page.ts';
import { observeChanges } from '../../src/protocol/channel.ts';
import {
  readCounters,
  readEvents,
  readPage,
  readQueueLength,
  readTab,
  readVisit,
} from '../../src/store/read.ts';
import { readRouteTemplates } from '../../src/store/route-templates.ts';
import type { EventRow, PageRow, TabRow, VisitRow } from '../../src/store/schema.ts';
import { whenIdle } from '../connection/when-idle.ts';
import type { DatabaseModel } from './database-model.ts';
import { liveRead } from './live-read.ts';
import { createPageRows } from './page-rows.ts';
import type { SiteModel } from './site-model.ts';
import { createVisitWindow } from './visit-window.ts';

/** Loads a panel looks back on; beyond these a list is not read but searched. */
export const VISITS_SHOWN = 60;

const EVENTS_SHOWN = 100;

export interface PageData {
  readonly key: string;
  readonly row: PageRow | undefined;
  /** Oldest first. */
  readonly visits: readonly VisitRow[];
  readonly events: readonly EventRow[];
}

export interface PageModel {
  /** Key of the page that is shown. */
  readonly key: ReadonlySignal<string | undefined>;
  /** Undefined while it is being read. */
  readonly data: ReadonlySignal<PageData | undefined>;
  readonly pages: ReadonlySignal<readonly PageRow[]>;
  readonly tab: ReadonlySignal<TabRow | undefined>;
  readonly losses: ReadonlySignal<Losses | undefined>;
  /** Raised by whatever has been committed. */
  readonly changes: ReadonlySignal<number>;
  /** Visits that are wanted although they may be older than those that are read; the page's own only. */
  readonly keep: Signal<readonly string[]>;
  /** Shows a page whatever the tab shows, until the tab navigates; undefined follows the tab again. */
  readonly show: (key: string | undefined) => void;
}

interface Losses {
  readonly counters: Awaited<ReturnType<typeof readCounters>>;
  readonly waiting: number;
}

export function createPageModel(
  database: DatabaseModel,
  site: SiteModel,
  tabId: number | undefined,
): PageModel {
  const changes = signal(0);
  const ownChanges = signal(0);
  const chosen = signal<string>();
  const keep = signal<readonly string[]>([]);
  const tab = liveRead({
    database,
    key: () => changes.value,
    read: (db) => (tabId === undefined ? Promise.resolve(undefined) : readTab(db, tabId)),
  });
  const templates = liveRead({ database, key: () => changes.value, read: readRouteTemplates });
  const key = computed(() => chosen.value ?? followTab(site.url.value, tab.value, templates.value));
  const visitWindow = createVisitWindow(VISITS_SHOWN);
  const pageRows = createPageRows();
  observeChanges(({ pages, visits }) => {
    pageRows.noteChange(pages);
    changes.value++;
    if (pages.length > 0 && !pages.includes(key.peek() ?? '')) return;
    visitWindow.noteChange(visits);
    ownChanges.value++;
  });
  effect(() => {
    if (site.navigations.value > 0) chosen.value = undefined;
  });
  const read = liveRead({
    database,
    key: () => ({ key: key.value, change: ownChanges.value, keep: keep.value }),
    read: async (db, wanted): Promise<PageData | undefined> => {
      if (wanted.key === undefined) return undefined;
      const page = readPage(db, wanted.key);
      const [row, visits, events, kept] = await Promise.all([
        page,
        visitWindow.read(db, wanted.key, async () => (await page)?.visits ?? 0),
        readEvents(db, wanted.key, { limit: EVENTS_SHOWN }),
        Promise.all(wanted.keep.map((visitId) => readVisit(db, visitId))),
      ]);
      return { key: wanted.key, row, visits: addKept(visits, kept, wanted.key), events };
    },
  });
  const calm = followCalmly(changes, () => read.value !== undefined);
  const pages = liveRead({
    database,
    key: () => calm.value,
    read: async (db, count) => (count === undefined ? undefined : pageRows.read(db)),
  });
  const losses = liveRead({
    database,
    key: () => calm.value,
    read: async (db, count) => {
      if (count === undefined) return undefined;
      return { counters: await readCounters(db), waiting: await readQueueLength(db) };
    },
  });
  return {
    key,
    data: computed(() => (read.value?.key === key.value ? read.value : undefined)),
    pages: computed(() => pages.value ?? []),
    tab,
    losses,
    changes,
    keep,
    show: (wanted) => void (chosen.value = wanted),
  };
}

/** What all pages have to tell may be late by so much, in milliseconds, where the one that is shown has nothing to tell. */
const LONGEST_WAIT_MS = 300;

/**
 * Follows a counter when the browser has time, and has no value before `isReady`: what is told of all other pages must
 * not hold up what is told of the one that is shown.
 */
function followCalmly(
  counter: ReadonlySignal<number>,
  isReady: () => boolean,
): ReadonlySignal<number | undefined> {
  const calm = signal<number>();
  const hasWaited = signal(false);
  setTimeout(() => (hasWaited.value = true), LONGEST_WAIT_MS);
  let waiting: { stop: () => void } | undefined;
  effect(() => {
    const wanted = counter.value;
    if (!hasWaited.value && !isReady()) return;
    waiting?.stop();
    waiting = whenIdle(() => void (calm.value = wanted));
  });
  return calm;
}

/** What is older than the visits read stands before them, in order. */
function addKept(
  visits: readonly VisitRow[],
  kept: readonly (VisitRow | undefined)[],
  page: string,
): readonly VisitRow[] {
  const oldest = visits[0]?.sequence ?? 0;
  const older = kept.filter((visit) => visit !== undefined && visit.page === page && visit.sequence < oldest);
  return [...(older as VisitRow[]).sort((a, b) => a.sequence - b.sequence), ...visits];
}

/**
 * The page of the tab: the one its URL names. Where the URL cannot be seen, the page of its newest stored visit.
 */
function followTab(
  url: string | undefined,
  tab: TabRow | undefined,
  templates: readonly string[] | undefined,
): string | undefined {
  return url === undefined ? tab?.page : parsePage(url, templates)?.key;
}
