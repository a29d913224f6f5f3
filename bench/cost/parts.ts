import { measureIngestFigures } from '../ingest/measure-figures.ts';
import type { Figure } from '../soak/row.ts';
import { measureContentWork } from './content-work.ts';
import { measureDisk } from './disk.ts';
import { measurePanelMemory } from './panel-memory.ts';
import { measureSizes } from './sizes.ts';
import { measureWakeUps } from './wake-ups.ts';

/** A part of what the monitor costs, with a section of its own in the table. */
export interface Part {
  readonly name: string;
  readonly title: string;
  readonly measure: () => Promise<Figure[]>;
}

export const PARTS: readonly Part[] = [
  { name: 'ingest', title: 'Taking a load in', measure: () => measureIngestFigures() },
  { name: 'work', title: 'Work in the page', measure: measureContentWork },
  { name: 'wake-ups', title: 'Starts of the worker', measure: measureWakeUps },
  { name: 'memory', title: 'Memory of the panel', measure: measurePanelMemory },
  { name: 'disk', title: 'Disk', measure: measureDisk },
  { name: 'sizes', title: 'Built sizes', measure: measureSizes },
];
