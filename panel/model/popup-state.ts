import { parsePage } from '../../src/domain/page.ts';
import { openMonitorDatabase } from '../../src/store/database.ts';
import { readPage, readTab, readVisits } from '../../src/store/read.ts';
import { readRouteTemplates } from '../../src/store/route-templates.ts';
import type { PageRow, VisitRow } from '../../src/store/schema.ts';
import type { Comparison } from '../../src/domain/cause.ts';
import { createComparisonThread } from '../connection/comparison-thread.ts';
import type { ActiveTab } from '../connection/active-tab.ts';
import { isSiteAllowed } from '../connection/site-permission.ts';
import { DEFAULT_SIDES } from '../derive/sides.ts';
import { deriveSiteAccess, parseSite, type SiteAccess } from '../derive/site-access.ts';
import { tellError } from '../tell-error.ts';
import { compareSides } from './compare-sides.ts';

export interface PopupState {
  readonly access: SiteAccess;
  /** Set when the storage could not be read. */
  readonly failure?: string;
  readonly page?: PageRow;
  /** Of the page that the tab shows, oldest first. */
  readonly visits: readonly VisitRow[];
  readonly comparison?: Comparison;
}

/** Loads that are read to find the causes: enough for a baseline and what came after it. */
const VISITS_READ = 30;

export async function readPopup({ tabId, url }: ActiveTab): Promise<PopupState> {
  const access = await readAccess(url);
  try {
    const db = await openMonitorDatabase();
    const tab = tabId === undefined ? undefined : await readTab(db, tabId);
    const key = url === undefined ? tab?.page : parsePage(url, await readRouteTemplates(db))?.key;
    if (key === undefined) return { access, visits: [] };
    const [page, visits] = await Promise.all([
      readPage(db, key),
      readVisits(db, key, { limit: VISITS_READ }),
    ]);
    return { access, visits, ...(page && { page }) };
  } catch (error) {
    return { access, visits: [], failure: tellError(error) };
  }
}

/** A click on the toolbar button shows the URL of every page but the browser's own. */
async function readAccess(url: string | undefined): Promise<SiteAccess> {
  if (url === undefined) return { status: 'unsupported', url: '' };
  const site = parseSite(url);
  return deriveSiteAccess(url, site && (await isSiteAllowed(site.pattern)));
}

const ask = createComparisonThread();

/** The same with the causes of what the latest load breaks. */
export async function explainPopup(state: PopupState): Promise<PopupState> {
  if (!state.page || state.visits.length < 2) return state;
  const ruleName = state.page.state.rule;
  const result = await compareSides(state.visits, DEFAULT_SIDES, { ruleName, ask });
  return result.status === 'compared' ? { ...state, comparison: result.comparison } : state;
}
