import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findExtension } from '../../cli/measure/extension-dir.ts';
import type { Figure } from '../soak/row.ts';
import { describeMachine } from './describe-machine.ts';

/** What one bench has measured, as it stands in the table of bench/README.md. */
export interface Section {
  readonly title: string;
  /** Measures it again. */
  readonly command: string;
  /** When, on what, with which versions: one line. */
  readonly measuredOn: string;
  readonly figures: readonly Figure[];
}

/** The checkout that this program was built from. */
const BENCH = join(dirname(dirname(findExtension())), 'bench');

const RESULTS = join(BENCH, 'results');

export const README = join(BENCH, 'README.md');

/** Keeps what a bench has measured just now, in the place of what it had measured before. */
export async function saveSection(bench: string, section: Omit<Section, 'measuredOn'>): Promise<void> {
  const { title, command, figures } = section;
  const saved: Section = { title, command, measuredOn: await describeMachine(), figures };
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, `${bench}.json`), `${JSON.stringify(saved, null, 2)}\n`);
}

/** In the order of their names. */
export async function readSections(): Promise<Section[]> {
  const files = (await readdir(RESULTS)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(RESULTS, file), 'utf8')) as Section),
  );
}
