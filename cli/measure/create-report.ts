import type { Budget } from '../../src/domain/budget.ts';
import { type Page, parsePage } from '../../src/domain/page.ts';
import { buildReport, type Report } from '../../src/domain/report.ts';
import { DEFAULT_RULE } from '../../src/domain/rules.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';

/** A report of these visits, oldest first, by page. */
export function createReport(visits: readonly Snapshot[], budgets: readonly Budget[]): Report {
  const pages = new Map<string, Page & { visits: Snapshot[] }>();
  for (const visit of visits) {
    const page = parsePage(visit.url);
    if (!page) continue;
    const known = pages.get(page.key) ?? { ...page, visits: [] };
    known.visits.push(visit);
    pages.set(page.key, known);
  }
  return buildReport({
    generatorVersion: __VERSION__,
    rule: DEFAULT_RULE,
    budgets,
    pages: [...pages.values()],
  });
}
