import { buildReport, serializeReport } from '../../src/domain/report.ts';
import { DEFAULT_RULE } from '../../src/domain/rules.ts';
import { readBudgets, readPages, readVisits } from '../../src/store/read.ts';
import { readExtensionVersion } from '../connection/extension-version.ts';
import type { Database } from './database-model.ts';

/** The report of one stored page, or of all of them, as text. */
export async function readReport(db: Database, page: string | undefined): Promise<string> {
  const rows = (await readPages(db)).filter(({ key }) => page === undefined || key === page);
  const pages = await Promise.all(
    rows.map(async ({ key, state: { origin, route } }) => {
      const visits = await readVisits(db, key);
      return { key, origin, route, visits: visits.map(({ snapshot }) => snapshot) };
    }),
  );
  const report = buildReport({
    generatorVersion: readExtensionVersion(),
    rule: rows[0]?.state.rule ?? DEFAULT_RULE,
    budgets: await readBudgets(db),
    pages,
  });
  return serializeReport(report);
}
