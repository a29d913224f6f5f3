import type { MainThreadTrace } from './record-trace.ts';

const LONG_TASK = 50;

/** Long tasks of the trace, counted by the definitions of the metrics: begun up to settle; blocking since first paint. */
export function sumTasks(
  tasks: MainThreadTrace['tasks'],
  { paintedAt, settledAt }: { paintedAt: number | undefined; settledAt: number },
): { longTasks: number; longestTask: number; totalBlockingTime: number | undefined } {
  const long = tasks.filter(({ startTime }) => startTime <= settledAt);
  const blocking = long.map(({ startTime, duration }) => {
    const start = Math.max(startTime, paintedAt ?? 0);
    return Math.max(0, Math.min(startTime + duration, settledAt) - start - LONG_TASK);
  });
  return {
    longTasks: long.length,
    longestTask: Math.max(0, ...long.map(({ duration }) => duration)),
    totalBlockingTime: paintedAt === undefined ? undefined : blocking.reduce((sum, time) => sum + time, 0),
  };
}
