import type { PageCheck } from '../../src/domain/check-report.ts';

/** The check as a document for programs: `status` is the worst of all, broken before not-measured before within. */
export function formatCheckJson(checks: readonly PageCheck[]): string {
  const statuses = new Set(checks.flatMap(({ results }) => results.map(({ status }) => status)));
  const status = (['broken', 'not-measured'] as const).find((each) => statuses.has(each)) ?? 'within';
  const pages = checks.map(({ page, cohort, visits, results }) => ({
    page,
    cohort,
    visits,
    budgets: results,
  }));
  return `${JSON.stringify({ status, pages }, null, 2)}\n`;
}
