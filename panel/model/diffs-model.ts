import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { DEFAULT_SIDES, type Sides } from '../derive/sides.ts';
import { type ComparisonState, createComparisonModel } from './comparison-model.ts';
import type { PageModel } from './page-model.ts';

export interface DiffsModel {
  readonly sides: Signal<Sides>;
  /** The diff of the sides chosen, and the one of the latest load against its baseline. */
  readonly diff: ReadonlySignal<ComparisonState>;
  readonly latestDiff: ReadonlySignal<ComparisonState>;
}

/** The two comparisons that may be on the screen; they are one where the sides are the usual ones. */
export function createDiffsModel(
  page: PageModel,
  ask: Parameters<typeof createComparisonModel>[2],
): DiffsModel {
  const sides = signal<Sides>(DEFAULT_SIDES);
  const latestDiff = createComparisonModel(page.data, signal(DEFAULT_SIDES), ask);
  const chosenSides = computed(() => (isDefault(sides.value) ? undefined : sides.value));
  const chosenDiff = createComparisonModel(page.data, chosenSides, ask);
  const diff = computed(() => (chosenSides.value ? chosenDiff.value : latestDiff.value));
  return { sides, diff, latestDiff };
}

function isDefault({ left, right }: Sides): boolean {
  return left === DEFAULT_SIDES.left && right === DEFAULT_SIDES.right;
}
