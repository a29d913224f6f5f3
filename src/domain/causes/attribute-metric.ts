import type { MetricName } from '../metric.ts';
import { BASELINE, CURRENT } from '../replay/world.ts';
import { attributeFirstByte } from './attribute-first-byte.ts';
import { attributeInteraction } from './attribute-interaction.ts';
import { attributeShifts } from './attribute-shifts.ts';
import { attributeSizes } from './attribute-sizes.ts';
import { attributeTasks } from './attribute-tasks.ts';
import type { Attribution } from './attribution.ts';
import type { Pair } from './pair.ts';

/** Divides the change of one metric between two loads; undefined when either has not measured it. */
export function attributeMetric(pair: Pair, name: MetricName): Attribution | undefined {
  const before = pair.loads[BASELINE].snapshot.metrics[name];
  const after = pair.loads[CURRENT].snapshot.metrics[name];
  if (before === undefined || after === undefined) return undefined;
  const delta = after - before;
  switch (name) {
    case 'firstContentfulPaint':
    case 'largestContentfulPaint':
    case 'domInteractive':
    case 'domContentLoaded':
    case 'load':
      return pair.milestones().get(name);
    case 'timeToFirstByte':
      return attributeFirstByte(pair, delta);
    case 'interactionToNextPaint':
      return attributeInteraction(pair, delta);
    case 'cumulativeLayoutShift':
      return attributeShifts(pair, delta);
    case 'totalBlockingTime':
    case 'longTasks':
    case 'longestTask':
      return attributeTasks(pair, name, delta);
    case 'requests':
    case 'transferSize':
    case 'decodedSize':
      return attributeSizes(pair, name, delta);
  }
}
