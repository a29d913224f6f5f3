import type { Comparison } from '../../src/domain/cause.ts';
import { explain } from '../../src/domain/explain.ts';
import { parseRuleName } from '../../src/domain/replay-report.ts';
import { findRule } from '../../src/domain/rules.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { MetricVerdicts, Sample } from '../../src/domain/verdict.ts';

/** What the comparing thread is asked; its answer carries the question's id. */
export interface ComparisonQuestion {
  readonly id: number;
  readonly baseline: readonly Snapshot[];
  readonly current: readonly Snapshot[];
  /** Absent: the rule is to compare the two sets. */
  readonly verdicts?: MetricVerdicts;
  readonly ruleName: string;
}

export interface ComparisonAnswer {
  readonly id: number;
  readonly comparison: Comparison | { readonly failure: string };
}

/** Never throws: a fault of the engine is an answer, too. */
export function compareVisits(question: ComparisonQuestion): ComparisonAnswer {
  const { id, baseline, current, ruleName } = question;
  try {
    const rule = findRule(parseRuleName(ruleName));
    const verdicts = question.verdicts ?? rule.compare(baseline.map(sampleOf), current.map(sampleOf));
    return { id, comparison: explain(baseline, current, verdicts) };
  } catch (error) {
    return { id, comparison: { failure: error instanceof Error ? error.message : String(error) } };
  }
}

function sampleOf({ visitId, metrics }: Snapshot): Sample {
  return { visitId, metrics };
}
