import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../cli/wait-for.ts';
import type { CdpSession } from '../capture/cdp.ts';
import type { Chromium } from '../capture/start-chromium.ts';

export const COSTS = ['mainThread', 'script', 'domContentLoaded', 'largestContentfulPaint', 'heap'] as const;

/** What one load took: milliseconds, and kilobytes of JavaScript heap. */
export type LoadCost = Readonly<Record<(typeof COSTS)[number], number>>;

/** The extension commits a quiet page one second after load; a second later nothing of it is left to do. */
const AFTER_LOAD = 2_200;

/**
 * Loads a page in a tab of its own and reads what it has cost. Times of the main thread are processor time: what other
 * processes take from it meanwhile does not count. The heap is read after a collection.
 */
export async function measureLoad(chromium: Chromium, url: string): Promise<LoadCost> {
  const tab = await chromium.openTab('about:blank');
  const session = await tab.session();
  await session.send('Page.enable');
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const loaded = new Promise<void>((resolve) => session.on('Page.loadEventFired', () => resolve()));
  await session.send('Page.navigate', { url });
  await loaded;
  await sleep(AFTER_LOAD);
  const before = await readCounters(session);
  const [domContentLoaded = 0, largestContentfulPaint = 0] = await waitFor(() => readMoments(session), {
    what: `the largest contentful paint of ${url}`,
  });
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0 } = await readCounters(session);
  await tab.close();
  const { TaskDuration = 0, ScriptDuration = 0 } = before;
  return {
    mainThread: TaskDuration * 1000,
    script: ScriptDuration * 1000,
    domContentLoaded,
    largestContentfulPaint,
    heap: JSHeapUsedSize / 1024,
  };
}

async function readCounters(session: CdpSession): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function readMoments(session: CdpSession): Promise<number[] | undefined> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `new Promise((resolve) => {
      const [navigation] = performance.getEntriesByType('navigation');
      new PerformanceObserver((list) => resolve([navigation.domContentLoadedEventEnd, list.getEntries().at(-1).startTime]))
        .observe({ type: 'largest-contentful-paint', buffered: true });
    })`,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as number[] | undefined;
}
