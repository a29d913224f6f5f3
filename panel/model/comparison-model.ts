import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { listBreaches } from '../../src/domain/breaches.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import type { AskComparison } from '../connection/comparison-thread.ts';
import { whenIdle } from '../connection/when-idle.ts';
import type { Sides } from '../derive/sides.ts';
import { type ComparisonResult, compareSides } from './compare-sides.ts';
import type { PageData } from './page-model.ts';

export interface ComparisonState {
  /** While an answer is being worked out, an earlier one about the same page stays. */
  readonly working: boolean;
  readonly result: ComparisonResult | undefined;
}

/**
 * Follows the page's visits and the sides chosen; rests while there are none. An older answer never overwrites a newer
 * question.
 */
export function createComparisonModel(
  data: ReadonlySignal<PageData | undefined>,
  sides: ReadonlySignal<Sides | undefined>,
  ask: AskComparison,
): ReadonlySignal<ComparisonState> {
  const state = signal<ComparisonState>({ working: true, result: undefined });
  let last: { readonly key: string; readonly about: string; readonly result: ComparisonResult } | undefined;
  effect(() => {
    const page = data.value;
    const chosen = sides.value;
    if (!page?.row || !chosen) return;
    const { visits, row, key } = page;
    const about = [key, chosen.left, chosen.right, ...visits.map(fingerprint)].join();
    if (about === last?.about) {
      state.value = { working: false, result: last.result };
      return;
    }
    state.value = { working: true, result: key === last?.key ? last.result : undefined };
    let wanted = true;
    const compare = async (): Promise<void> => {
      const result = await compareSides(visits, chosen, { ruleName: row.state.rule, ask });
      if (!wanted) return;
      last = { key, about, result };
      state.value = { working: false, result };
    };
    const task = whenIdle(() => void compare());
    return () => {
      wanted = false;
      task.stop();
    };
  });
  return state;
}

/** Changes with everything a comparison depends on: the revision, and what has been said of it. */
function fingerprint({ visitId, snapshot, judgement }: VisitRow): string {
  return [visitId, snapshot.revision, judgement.excluded.length, listBreaches(judgement)].join(':');
}
