import type { Bytes } from '../../src/domain/units.ts';
import type { RawTab } from './raw-tab.ts';

export interface Usage {
  readonly heap: Bytes;
  readonly listeners: number;
}

/** After garbage has been collected, twice, since the first run only finds out what the second one frees. */
export async function measureUsage(tab: RawTab): Promise<Usage> {
  await tab.send('Performance.enable');
  await tab.send('HeapProfiler.collectGarbage');
  await tab.send('HeapProfiler.collectGarbage');
  const { metrics } = await tab.send('Performance.getMetrics');
  const read = (wanted: string): number =>
    metrics.find(({ name }: { name: string }) => name === wanted)?.value ?? 0;
  return { heap: read('JSHeapUsedSize'), listeners: read('JSEventListeners') };
}
