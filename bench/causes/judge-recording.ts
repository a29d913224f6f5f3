import { METRICS } from '../../src/domain/metric.ts';
import type { Contestant } from './contestant.ts';
import { type Effect, judge, measureEffect, type Outcome } from './judge-block.ts';
import type { CausesRecording, RecordedBlock } from './recording.ts';

/** One comparison of loads of a block, and what a contestant made of it. */
export interface Judged {
  readonly block: RecordedBlock;
  readonly effect: Effect;
  readonly outcome: Outcome;
}

export interface Judgement {
  /** All loads of a block at once. */
  readonly ensembles: readonly Judged[];
  /** Each load with the one recorded just before it. */
  readonly singles: readonly Judged[];
}

/** Blocks that changed nothing have no cause to find. */
export function listFaulty({ blocks }: CausesRecording): { block: RecordedBlock; effect: Effect }[] {
  return blocks.flatMap((block) => {
    const effect = measureEffect(block);
    return effect ? [{ block, effect }] : [];
  });
}

export function judgeRecording(recording: CausesRecording, contestant: Contestant): Judgement {
  const faulty = listFaulty(recording);
  return {
    ensembles: faulty.map(({ block, effect }) => ({
      block,
      effect,
      outcome: judge(contestant, block, effect),
    })),
    singles: faulty.flatMap(({ block, effect }) =>
      block.current.flatMap((after, i): Judged[] => {
        const before = block.baseline[i];
        const value = after.metrics[effect.metric];
        const old = before?.metrics[effect.metric];
        if (!before || value === undefined || old === undefined) return [];
        const isWeak = effect.isWeak || (METRICS[effect.metric].unit === 'ms' && value - old < 25);
        const pair = { variant: block.variant, baseline: [before], current: [after] };
        return [{ block, effect: { ...effect, isWeak }, outcome: judge(contestant, pair, effect) }];
      }),
    ),
  };
}

export interface Score {
  readonly n: number;
  readonly top1: number;
  readonly top3: number;
  readonly kind: number;
  /** Median over those that give milliseconds. */
  readonly error: number;
}

/** Shares of the comparisons in which the cause (one of two) came first, or among the first three. */
export function score(judged: readonly Judged[]): Score {
  const best = judged.map(({ outcome }) => Math.min(...outcome.places));
  const errors = judged.flatMap(({ outcome }) => outcome.error ?? []).sort((a, b) => a - b);
  const share = (count: number): number => count / Math.max(1, judged.length);
  return {
    n: judged.length,
    top1: share(best.filter((place) => place === 1).length),
    top3: share(best.filter((place) => place <= 3).length),
    kind: share(judged.filter(({ outcome }) => outcome.isKindRight).length),
    error: errors[Math.floor(errors.length / 2)] ?? Number.NaN,
  };
}
