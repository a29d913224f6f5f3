import type { BudgetTarget } from '../budget.ts';
import { METRICS } from '../metric.ts';

const MEASURES = { transferSize: 'size', decodedSize: 'decoded size', requests: 'requests' } as const;

/** What a limit is about, in a few words: "LCP", "third-party script size", "duration of /api/*". */
export function describeTarget(target: BudgetTarget): string {
  switch (target.kind) {
    case 'metric':
      return METRICS[target.metric].label;
    case 'resources': {
      const party = target.party ? `${target.party}-party ` : '';
      const type = target.type === 'other-and-fetch' ? 'other' : target.type;
      return `${party}${type} ${MEASURES[target.measure]}`;
    }
    case 'resource':
      return `${target.measure === 'duration' ? 'duration' : 'size'} of ${target.pattern}`;
    case 'user-timing':
      return `user timing ${target.name}`;
    case 'unmeasurable':
      return `${target.name} (no browser measures it)`;
  }
}
