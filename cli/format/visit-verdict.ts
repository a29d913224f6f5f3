import type { Judgement } from '../../src/domain/page-state.ts';

export type VisitVerdict =
  | 'not-judged'
  | 'regressed'
  | 'suspected'
  | 'needs-more-loads'
  | 'improved'
  | 'unchanged';

/** A visit's verdicts in one word, the gravest; a suspicion that one more load may confirm is graver than learning. */
export function summarizeVisit(judgement: Judgement): VisitVerdict {
  if (judgement.excluded.length > 0) return 'not-judged';
  const verdicts = Object.values(judgement.metrics);
  const has = (wanted: string): boolean => verdicts.some(({ verdict }) => verdict === wanted);
  if (has('regressed')) return 'regressed';
  if (verdicts.some(({ suspected }) => suspected)) return 'suspected';
  if (has('needs-more-loads')) return 'needs-more-loads';
  return has('improved') ? 'improved' : 'unchanged';
}
