import type { Figure } from '../soak/row.ts';
import { measureContentWork } from './content-work.ts';
import { measureDisk } from './disk.ts';
import { measurePanelMemory } from './panel-memory.ts';
import { measureSizes } from './sizes.ts';
import { measureWakeUps } from './wake-ups.ts';

/** What the monitor costs the page, the memory, the disk and the network of whoever installs it. */
export async function measureCost(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const measure of [measureContentWork, measureWakeUps, measurePanelMemory, measureDisk, measureSizes]) {
    figures.push(...(await measure()));
  }
  return figures;
}
