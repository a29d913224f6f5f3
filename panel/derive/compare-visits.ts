import type { Comparison } from '../../src/domain/cause.ts';
import { explain } from '../../src/domain/explain.ts';
import { listParts } from '../../src/domain/parts/list-parts.ts';
import type { MetricParts } from '../../src/domain/parts/parts.ts';
import { findRule, parseRuleName } from '../../src/domain/rules.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { MetricVerdicts, Sample } from '../../src/domain/verdict.ts';
import { buildWaterfall } from '../../src/domain/waterfall/build-waterfall.ts';
import type { Waterfall } from '../../src/domain/waterfall/waterfall.ts';

/** What the comparing thread is asked; its answer carries the question's id. */
export interface ComparisonQuestion {
  readonly id: number;
  readonly baseline: readonly Snapshot[];
  readonly current: readonly Snapshot[];
  /** Absent: the rule is to compare the two sets. */
  readonly verdicts?: MetricVerdicts;
  readonly ruleName: string;
}

/** What is seen of a comparison beside its causes. */
export interface Exhibits {
  /** Absent where a side has no load. */
  readonly waterfall?: Waterfall;
  readonly parts: MetricParts;
}

export interface ComparisonAnswer {
  readonly id: number;
  readonly answer:
    | { readonly comparison: Comparison; readonly exhibits: Exhibits }
    | { readonly failure: string };
}

/** Never throws: a fault of the engine is an answer, too. */
export function compareVisits(question: ComparisonQuestion): ComparisonAnswer {
  const { id, baseline, current, ruleName } = question;
  try {
    const rule = findRule(parseRuleName(ruleName));
    const verdicts = question.verdicts ?? rule.compare(baseline.map(sampleOf), current.map(sampleOf));
    const waterfall = buildWaterfall(baseline, current);
    const exhibits = { ...(waterfall && { waterfall }), parts: listParts(baseline, current) };
    return { id, answer: { comparison: explain(baseline, current, verdicts), exhibits } };
  } catch (error) {
    return { id, answer: { failure: error instanceof Error ? error.message : String(error) } };
  }
}

function sampleOf({ visitId, metrics }: Snapshot): Sample {
  return { visitId, metrics };
}
