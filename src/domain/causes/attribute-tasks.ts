import { LONG_TASK } from '../measure.ts';
import type { Load, Span } from '../replay/load.ts';
import { type World, WORLDS } from '../replay/world.ts';
import type { Attribution } from './attribution.ts';
import { createLedger } from './ledger.ts';
import type { Pair } from './pair.ts';
import { shareTask } from './share-task.ts';

/** Metrics that long tasks add up to. */
export type TaskMetric = 'totalBlockingTime' | 'longTasks' | 'longestTask';

/** A long task and how much of the metric it is. */
interface Charge {
  readonly span: Span;
  readonly amount: number;
}

/**
 * Divides the change of a sum over long tasks. Each task's amount is shared among the scripts, styles and layouts that
 * the long frames show in it, by their time; what they do not fill stays unexplained.
 */
export function attributeTasks(pair: Pair, name: TaskMetric, delta: number): Attribution {
  const ledger = createLedger();
  for (const world of WORLDS) {
    for (const charge of listCharges(pair.loads[world], name)) enter(charge, world);
  }
  return ledger.close(delta);

  function enter({ span, amount }: Charge, world: World): void {
    const shares = shareTask(pair, world, span);
    // A count goes to whoever filled most of the task: a third of a long task is nothing one could look for.
    const counted =
      name === 'longTasks' ? shares.slice(0, 1).map((share) => ({ ...share, share: 1 })) : shares;
    for (const { blame, share } of counted) {
      ledger.add(blame, world === 0 ? { baseline: share * amount } : { current: share * amount });
    }
  }
}

function listCharges({ snapshot }: Load, name: TaskMetric): Charge[] {
  const { settledAt = Infinity, longTasks, metrics } = snapshot;
  const tasks = longTasks
    .filter(({ startTime }) => startTime <= settledAt)
    .map(({ startTime, duration }): Span => ({ start: startTime, end: startTime + duration }));
  switch (name) {
    case 'longTasks':
      return tasks.map((span) => ({ span, amount: 1 }));
    case 'longestTask':
      return tasks
        .toSorted((a, b) => b.end - b.start - (a.end - a.start))
        .slice(0, 1)
        .map((span) => ({ span, amount: span.end - span.start }));
    case 'totalBlockingTime':
      return tasks.flatMap((task) => {
        const start = Math.max(task.start, metrics.firstContentfulPaint ?? 0);
        const span = { start, end: Math.min(task.end, settledAt) };
        const blocking = span.end - span.start - LONG_TASK;
        return blocking > 0 ? [{ span, amount: blocking }] : [];
      });
  }
}
