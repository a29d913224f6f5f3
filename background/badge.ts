import browser from 'webextension-polyfill';
import { listBreaches, listRegressed } from '../src/domain/breaches.ts';
import { parsePage } from '../src/domain/page.ts';
import { openMonitorDatabase } from '../src/store/database.ts';
import { readTab, readVisit } from '../src/store/read.ts';
import { readRouteTemplates } from '../src/store/route-templates.ts';
import type { VisitRow } from '../src/store/schema.ts';

/** White on them has a contrast of 6.5 and 5.9 to 1. */
const REGRESSED_COLOUR = '#b3261e';
const OVER_BUDGET_COLOUR = '#8a5a00';

/**
 * Shows on the toolbar how many budgets and regressions the visit in a tab breaks, from what is stored: the browser
 * drops a tab's badge at every navigation and this worker remembers nothing. A triangle before the number says that
 * something has regressed; without one, all of it is over budget. Only what is confirmed counts: a suspicion has no
 * badge. Neither has a tab that is gone, was not measured, or has moved on to another page.
 */
export function refreshBadge(tabId: number): Promise<void> {
  // One at a time for each tab, so that what was read first is not shown last.
  return navigator.locks.request(`badge ${tabId}`, () => showBadge(tabId));
}

async function showBadge(tabId: number): Promise<void> {
  const visit = await readShownVisit(tabId);
  const breaches = countBreaches(visit);
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({
        tabId,
        color: breaches.regressed > 0 ? REGRESSED_COLOUR : OVER_BUDGET_COLOUR,
      }),
      browser.action.setBadgeText({ tabId, text: formatCount(breaches) }),
      browser.action.setTitle({ tabId, title: formatTitle(visit, breaches) }),
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

interface Breaches {
  readonly regressed: number;
  /** Over budget, and not regressed as well. */
  readonly overBudget: number;
}

function countBreaches(visit: VisitRow | undefined): Breaches {
  if (!visit) return { regressed: 0, overBudget: 0 };
  const regressed = listRegressed(visit.judgement).length;
  return { regressed, overBudget: listBreaches(visit.judgement).length - regressed };
}

/** A badge has room for four characters; nobody acts on the difference between 100 and 101. */
function formatCount({ regressed, overBudget }: Breaches): string {
  const breaches = regressed + overBudget;
  if (breaches === 0) return '';
  return (regressed > 0 ? '▲' : '') + (breaches > 99 ? '99+' : String(breaches));
}

function formatTitle(visit: VisitRow | undefined, { regressed, overBudget }: Breaches): string {
  const name = getMessage('name');
  if (!visit) return name;
  const parts = [
    ...(regressed > 0 ? [getMessage('regressedCount', numbers.format(regressed))] : []),
    ...(overBudget > 0 ? [getMessage('overCount', numbers.format(overBudget))] : []),
  ];
  return getMessage('badgeTitle', [name, parts.join(', ') || getMessage('badgeFine')]);
}

function getMessage(key: string, values: string | string[] = []): string {
  return browser.i18n.getMessage(key, values);
}

const numbers = new Intl.NumberFormat();
