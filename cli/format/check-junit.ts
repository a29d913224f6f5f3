import type { PageCheck } from '../../src/domain/check-report.ts';
import { formatNumbers } from './check-text.ts';
import { describeTarget } from '../../src/domain/formats/describe-target.ts';
import { writeJunit } from '../../src/domain/formats/junit.ts';

/** A suite a page, a case a limit. What was not measured is skipped, never passed. */
export function formatCheckJunit(checks: readonly PageCheck[]): string {
  return writeJunit(
    checks.map(({ page, results, visits, cohort }) => ({
      name: page,
      cases: results.map((result) => {
        const name = describeTarget(result.target);
        const [limit, actual, over] = formatNumbers(result);
        if (result.status === 'within') return { name };
        if (result.status === 'not-measured') return { name, skipped: `limit ${limit}, ${actual}` };
        const details = `median of ${visits} loads (${cohort})`;
        return { name, failure: { message: `${actual} is ${over} over the limit of ${limit}`, details } };
      }),
    })),
  );
}
