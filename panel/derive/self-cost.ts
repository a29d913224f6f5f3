import type { VisitRow } from '../../src/store/schema.ts';
import { formatPlural, formatValue } from '../format.ts';

/** What measuring a load has cost: the page's main thread, what was sent to the worker, and what is on disk of it. */
export function describeSelfCost({
  snapshot: { cost },
  bytes,
  rowsWritten,
}: Pick<VisitRow, 'snapshot' | 'bytes' | 'rowsWritten'>): string {
  const rows = rowsWritten === undefined ? '' : `, ${formatPlural(rowsWritten, 'row')} written`;
  const thread = `${formatValue(cost.mainThread, 'ms')} of the page’s main thread`;
  const sent = `${formatValue(cost.bytesSent, 'bytes')} sent to the worker`;
  return `Measuring this load took ${thread}, ${sent}${rows}; it takes ${formatValue(bytes, 'bytes')} of storage.`;
}
