import type { ResourceType, Snapshot } from '../../src/domain/snapshot.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatCount, formatShare, formatValue } from '../format.ts';
import { text } from '../text.ts';
import { RESOURCE_TYPE_WORDS } from './words.ts';

/** One resource type of a load: how much it weighs, beside what it may weigh. */
export interface Weight {
  readonly type: ResourceType;
  readonly label: string;
  readonly requests: string;
  readonly size: string;
  /** Share of the heaviest type, for the bar; and where the limit lies on the same scale. */
  readonly share: number;
  readonly limitShare?: number;
  readonly limit?: string;
  readonly broken: boolean;
  readonly thirdParty?: string;
}

/** The weight of a load by type, heaviest first; types without requests are left out. */
export function deriveWeights({ snapshot, judgement }: JudgedVisit): Weight[] {
  const types = [...new Set(snapshot.totals.map(({ type }) => type))];
  const sums = types
    .map((type) => ({ type, ...sumType(snapshot, type) }))
    .filter(({ requests }) => requests > 0)
    .sort((a, b) => b.transferSize - a.transferSize);
  const limits = new Map(judgement.budgets.map((result) => [result.key, result]));
  const heaviest = Math.max(1, ...sums.map(({ transferSize }) => transferSize));
  return sums.map((sum) => {
    const budget = limits.get(`resources:${sum.type}:any:transferSize`);
    const limit = budget?.limit;
    const hidden = sum.restricted > 0 ? '≥ ' : '';
    return {
      type: sum.type,
      label: text(RESOURCE_TYPE_WORDS[sum.type]),
      requests: formatCount(sum.requests),
      size: hidden + formatValue(sum.transferSize, 'bytes'),
      share: sum.transferSize / heaviest,
      ...(limit !== undefined && { limit: formatValue(limit, 'bytes') }),
      ...(limit !== undefined && limit <= heaviest && { limitShare: limit / heaviest }),
      broken: budget?.status === 'broken',
      ...(sum.thirdParty > 0 && { thirdParty: formatShare(sum.thirdParty / sum.requests) }),
    };
  });
}

function sumType(
  { totals }: Snapshot,
  type: ResourceType,
): { requests: number; transferSize: number; restricted: number; thirdParty: number } {
  const sum = { requests: 0, transferSize: 0, restricted: 0, thirdParty: 0 };
  for (const total of totals) {
    if (total.type !== type) continue;
    sum.requests += total.requests;
    sum.transferSize += total.transferSize;
    sum.restricted += total.restricted;
    if (total.party === 'third') sum.thirdParty += total.requests;
  }
  return sum;
}
