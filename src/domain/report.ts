import * as v from 'valibot';
import { type Budget, budgetSchema } from './budget.ts';
import { type Snapshot, snapshotSchema } from './snapshot.ts';

/**
 * A report is the document that the panel exports and imports and that every `pbm` command reads and writes. It holds
 * what was measured, not what was concluded: judgements are the same wherever the snapshots are replayed in order.
 */
export const REPORT_SCHEMA_ID = 'urn:performance-budget-monitor:report:1';

const pageSchema = v.object({
  key: v.string(),
  origin: v.string(),
  route: v.string(),
  /** Oldest first. */
  visits: v.array(snapshotSchema),
});

export const reportSchema = v.object({
  $schema: v.literal(REPORT_SCHEMA_ID),
  version: v.literal(1),
  generator: v.object({ name: v.string(), version: v.string() }),
  rule: v.string(),
  budgets: v.array(budgetSchema),
  pages: v.array(pageSchema),
});

export type Report = v.InferOutput<typeof reportSchema>;
export type ReportPage = v.InferOutput<typeof pageSchema>;

export interface ReportContent {
  readonly generatorVersion: string;
  readonly rule: string;
  readonly budgets: readonly Budget[];
  readonly pages: readonly { key: string; origin: string; route: string; visits: readonly Snapshot[] }[];
}

/** Builds a report. Pages are sorted, so that equal data give equal bytes; budgets keep their order, which decides which
 * limit counts. */
export function buildReport(content: ReportContent): Report {
  return {
    $schema: REPORT_SCHEMA_ID,
    version: 1,
    generator: { name: 'performance-budget-monitor', version: content.generatorVersion },
    rule: content.rule,
    budgets: [...content.budgets],
    pages: content.pages
      .map((page) => ({ ...page, visits: [...page.visits] }))
      .sort((a, b) => byText(a.key, b.key)),
  };
}

/** The report as text: keys of every object in alphabetical order but `$schema`, two spaces, one final newline. */
export function serializeReport(report: Report): string {
  return `${JSON.stringify(report, sortKeys, 2)}\n`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => byText(a, b)));
}

/** By code unit, which is the same on every machine; a locale's order is not. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
