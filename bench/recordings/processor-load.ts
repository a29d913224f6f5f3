import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Milliseconds, Ratio } from '../../src/domain/units.ts';

/** As long as the extension's own guard looks before a navigation. */
const WINDOW: Milliseconds = 250;

/** Share of the processor time of all cores that was busy over the next quarter of a second. */
export async function measureProcessorLoad(): Promise<Ratio> {
  const before = readTimes();
  await sleep(WINDOW);
  const after = readTimes();
  const all = after.all - before.all;
  return all > 0 ? 1 - (after.idle - before.idle) / all : 0;
}

function readTimes(): { idle: number; all: number } {
  let idle = 0;
  let all = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.idle + times.user + times.sys + times.nice + times.irq;
  }
  return { idle, all };
}
