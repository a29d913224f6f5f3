import { type Page, parsePage } from '../../src/domain/page.ts';
import { buildReport, serializeReport } from '../../src/domain/report.ts';
import { DEFAULT_RULE } from '../../src/domain/rules.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { readExtensionVersion } from '../connection/extension-version.ts';
import { saveFile } from '../connection/save-file.ts';

const NAME = 'budget-report-not-stored.json';

/** Saves loads that no database has as a report, which can be imported later; gives the name of the file. */
export function saveHeldVisits(visits: readonly Snapshot[]): string {
  const pages = new Map<string, Page & { readonly visits: Snapshot[] }>();
  for (const visit of visits) {
    const page = parsePage(visit.url);
    if (!page) continue;
    const known = pages.get(page.key) ?? { ...page, visits: [] };
    known.visits.push(visit);
    pages.set(page.key, known);
  }
  const report = buildReport({
    generatorVersion: readExtensionVersion(),
    rule: DEFAULT_RULE,
    budgets: [],
    pages: [...pages.values()],
  });
  saveFile(NAME, serializeReport(report));
  return NAME;
}
