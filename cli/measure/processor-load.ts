import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { measureBusyShare, type ProcessorTimes, SAMPLE_EVERY } from '../../src/domain/processor-guard.ts';
import type { Ratio } from '../../src/domain/units.ts';

/** Share of the processor time of all cores that is busy over the next quarter of a second. */
export async function measureProcessorLoad(): Promise<Ratio> {
  const before = readTimes();
  await sleep(SAMPLE_EVERY);
  return measureBusyShare(before, readTimes()) ?? 0;
}

function readTimes(): ProcessorTimes {
  let idle = 0;
  let all = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.idle + times.user + times.sys + times.nice + times.irq;
  }
  return { busy: all - idle, all };
}
