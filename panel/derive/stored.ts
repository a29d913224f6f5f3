import type { CounterName, PageRow } from '../../src/store/schema.ts';
import { deriveCounterNotes } from './counter-notes.ts';
import { formatCount, formatValue } from '../format.ts';
import { text, textOfCount } from '../text.ts';

/** What is kept, in words. */
export interface Stored {
  readonly summary: string;
  readonly notes: readonly string[];
  readonly empty: boolean;
}

export function sumStored(
  pages: readonly PageRow[],
  waiting: number,
  counters: { readonly [Name in CounterName]?: number },
): Stored {
  const visits = pages.reduce((sum, page) => sum + page.visits, 0);
  const bytes = pages.reduce((sum, page) => sum + page.bytes, 0);
  const summary =
    pages.length === 0
      ? text('nothingStored')
      : textOfCount('storedPages', pages.length, [
          textOfCount('loads', visits),
          formatCount(pages.length),
          formatValue(bytes, 'bytes'),
        ]);
  return { summary, notes: deriveCounterNotes(counters, waiting), empty: pages.length === 0 };
}
