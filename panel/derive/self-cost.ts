import type { VisitRow } from '../../src/store/schema.ts';
import { formatCount, formatValue } from '../format.ts';
import { text, textOfCount } from '../text.ts';

/** What measuring a load has cost: the page's main thread, what was sent to the worker, and what is on disk of it. */
export function describeSelfCost({
  snapshot: { cost },
  bytes,
  rowsWritten,
}: Pick<VisitRow, 'snapshot' | 'bytes' | 'rowsWritten'>): string {
  const thread = formatValue(cost.mainThread, 'ms');
  const sent = formatValue(cost.bytesSent, 'bytes');
  const stored = formatValue(bytes, 'bytes');
  if (rowsWritten === undefined) return text('selfCost', thread, sent, stored);
  return textOfCount('selfCostRows', rowsWritten, [thread, sent, formatCount(rowsWritten), stored]);
}
