import browser from 'webextension-polyfill';
import { listBreaches } from '../src/domain/breaches.ts';
import { parsePage } from '../src/domain/page.ts';
import { openMonitorDatabase } from '../src/store/database.ts';
import { readTab, readVisit } from '../src/store/read.ts';
import { readRouteTemplates } from '../src/store/route-templates.ts';
import type { VisitRow } from '../src/store/schema.ts';

/** White on it has a contrast of 6.5 to 1. */
const BREACH_COLOUR = '#b3261e';

const NAME = 'Performance Budget Monitor';

/**
 * Shows on the toolbar how many budgets and regressions the visit in a tab breaks, from what is stored: the browser
 * drops a tab's badge at every navigation and this worker remembers nothing. A tab that is gone, was not measured, or
 * has moved on to another page has no badge.
 */
export function refreshBadge(tabId: number): Promise<void> {
  // One at a time for each tab, so that what was read first is not shown last.
  return navigator.locks.request(`badge ${tabId}`, () => showBadge(tabId));
}

async function showBadge(tabId: number): Promise<void> {
  const visit = await readShownVisit(tabId);
  const breaches = visit ? listBreaches(visit.judgement) : [];
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color: BREACH_COLOUR }),
      browser.action.setBadgeText({ tabId, text: formatCount(breaches.length) }),
      browser.action.setTitle({ tabId, title: formatTitle(visit, breaches.length) }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}

/** The badges that can be seen: of the active tab of every window. */
export async function refreshVisibleBadges(): Promise<void> {
  const tabs = await browser.tabs.query({ active: true });
  await refreshBadges(tabs.map(({ id }) => id));
}

export async function refreshBadges(tabIds: Iterable<number | undefined>): Promise<void> {
  const known = [...new Set(tabIds)].filter((tabId) => tabId !== undefined);
  await Promise.all(known.map(refreshBadge));
}

/** A tab's URL is known for permitted sites only, and only those are measured. */
async function readShownVisit(tabId: number): Promise<VisitRow | undefined> {
  const db = await openMonitorDatabase();
  const shown = await readTab(db, tabId);
  if (!shown) return undefined;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const page = tab?.url === undefined ? undefined : parsePage(tab.url, await readRouteTemplates(db));
  return page?.key === shown.page ? readVisit(db, shown.visitId) : undefined;
}

/** A badge has room for four characters; nobody acts on the difference between 100 and 101. */
function formatCount(breaches: number): string {
  if (breaches === 0) return '';
  return breaches > 99 ? '99+' : String(breaches);
}

function formatTitle(visit: VisitRow | undefined, breaches: number): string {
  if (!visit) return NAME;
  if (breaches === 0) return `${NAME}: nothing over budget or regressed`;
  return `${NAME}: ${breaches} over budget or regressed`;
}
