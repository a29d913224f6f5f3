import type { BudgetTarget } from '../budget.ts';

/** Resource types as Lighthouse's budgets and resource summary name them. */
export const LIGHTHOUSE_RESOURCE_TYPES = [
  'total',
  'document',
  'script',
  'stylesheet',
  'image',
  'media',
  'font',
  'other',
  'third-party',
] as const;

export type LighthouseResourceType = (typeof LIGHTHOUSE_RESOURCE_TYPES)[number];

type Measure = 'transferSize' | 'requests';
type ResourcesTarget = Extract<BudgetTarget, { kind: 'resources' }>;

/** Lighthouse's whole-page totals are our metrics; its "other" holds fetches too. */
export function importResourceType(type: LighthouseResourceType, measure: Measure): BudgetTarget {
  if (type === 'total') return { kind: 'metric', metric: measure };
  if (type === 'third-party') return { kind: 'resources', type: 'total', party: 'third', measure };
  return { kind: 'resources', type: type === 'other' ? 'other-and-fetch' : type, measure };
}

export function exportResourceType(
  target: BudgetTarget,
): { type: LighthouseResourceType; measure: Measure } | undefined {
  if (target.kind === 'metric') {
    const { metric } = target;
    return metric === 'transferSize' || metric === 'requests'
      ? { type: 'total', measure: metric }
      : undefined;
  }
  if (target.kind !== 'resources' || target.measure === 'decodedSize') return undefined;
  const type = typeOf(target);
  return type && { type, measure: target.measure };
}

function typeOf({ type, party }: ResourcesTarget): LighthouseResourceType | undefined {
  if (party !== undefined) return type === 'total' && party === 'third' ? 'third-party' : undefined;
  if (type === 'other-and-fetch') return 'other';
  return LIGHTHOUSE_RESOURCE_TYPES.find((name) => name === type && name !== 'other');
}
