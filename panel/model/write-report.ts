import type { PageComparison } from '../../src/domain/compare-reports.ts';
import { formatComparisonJunit } from '../../src/domain/formats/comparison-junit.ts';
import { formatComparisonMarkdown } from '../../src/domain/formats/comparison-markdown.ts';
import { serializeHar } from '../../src/domain/formats/har.ts';
import { serializeOtlp } from '../../src/domain/formats/otlp.ts';
import { formatReportHtml } from '../../src/domain/formats/report-html.ts';
import { serializeVisitsCsv } from '../../src/domain/formats/visits-csv.ts';
import { InputError } from '../../src/domain/parse-report.ts';
import { readPage, readVisits } from '../../src/store/read.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import type { AskComparison } from '../connection/comparison-thread.ts';
import { readSettings } from '../../src/store/settings.ts';
import { readHar } from '../connection/read-har.ts';
import { readExtensionVersion } from '../connection/extension-version.ts';
import type { ReportForm } from '../derive/report-forms.ts';
import { DEFAULT_SIDES } from '../derive/sides.ts';
import { formatDate } from '../format.ts';
import { text } from '../text.ts';
import { compareSides } from './compare-sides.ts';
import type { Database } from './database-model.ts';
import { VISITS_SHOWN } from './page-model.ts';
import { readReport } from './read-report.ts';

export interface ReportSource {
  readonly db: Database;
  /** Absent: all pages, which only the JSON report can hold. */
  readonly page: string | undefined;
  readonly ask: AskComparison;
}

/** A report of what is stored, as text. Throws an InputError of one line when there is nothing to write. */
export async function writeReport(form: ReportForm, source: ReportSource): Promise<string> {
  const { db, page } = source;
  if (form === 'json') return readReport(db, page);
  if (page === undefined) throw new InputError(text('choosePageFirst'));
  switch (form) {
    case 'markdown':
      return formatComparisonMarkdown([await compareLatest(page, source)]);
    case 'html':
      return writeHtml(page, source);
    case 'junit':
      return formatComparisonJunit([await compareLatest(page, source)]);
    case 'csv':
      return serializeVisitsCsv(await readVisits(db, page));
    case 'har': {
      const { keptQuery } = await readSettings(db);
      return serializeHar(await readHar(), { generatorVersion: readExtensionVersion(), keptQuery });
    }
    case 'otlp': {
      const visits = await readVisits(db, page);
      return serializeOtlp(
        visits.map(({ snapshot }) => snapshot),
        readExtensionVersion(),
      );
    }
  }
}

/** The latest load against its baseline: what the panel's own diff shows. */
async function compareLatest(page: string, source: ReportSource): Promise<PageComparison> {
  const comparison = await findComparison(page, source, await readShown(page, source));
  if (!comparison) throw new InputError(text('noBaselineYet'));
  return comparison;
}

async function writeHtml(page: string, source: ReportSource): Promise<string> {
  const visits = await readShown(page, source);
  const startedAt = visits.at(-1)?.snapshot.startedAt ?? 0;
  return formatReportHtml({
    page,
    visits,
    comparison: await findComparison(page, source, visits),
    measured: formatDate(startedAt),
    version: readExtensionVersion(),
  });
}

function readShown(page: string, { db }: ReportSource): Promise<VisitRow[]> {
  return readVisits(db, page, { limit: VISITS_SHOWN });
}

async function findComparison(
  page: string,
  { db, ask }: ReportSource,
  visits: readonly VisitRow[],
): Promise<PageComparison | undefined> {
  const row = await readPage(db, page);
  const latest = visits.at(-1);
  if (!row || !latest) throw new InputError(text('noLoadYet'));
  const result = await compareSides(visits, DEFAULT_SIDES, { ruleName: row.state.rule, ask });
  if (result.status === 'failed') throw new Error(result.reason);
  if (result.status === 'nothing-to-compare') return undefined;
  return { page, cohort: latest.judgement.cohort, ...result.comparison };
}
