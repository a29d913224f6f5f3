import { measureSize } from '../domain/measure-size.ts';
import { createPageState } from '../domain/observe.ts';
import { parsePage } from '../domain/page.ts';
import type { Observation } from '../domain/page-state.ts';
import type { RuleName } from '../domain/rules.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Bytes } from '../domain/units.ts';
import type { SizedPage, VisitRow } from './schema.ts';
import { add, put, type Write } from './transact.ts';

export interface MeasuredSnapshot {
  readonly snapshot: Snapshot;
  /** See `VisitRow`; measured when absent. */
  readonly bytes?: Bytes;
}

export interface ArrivedVisit extends MeasuredSnapshot {
  readonly page: string;
  readonly tabId: number | undefined;
  /** Rows written on its way here: its bucket, and the queue where it had to wait. */
  readonly rowsBefore?: number;
}

/** What stands before a visit: its own earlier revision, or its place in the order of first arrival. */
interface Standing {
  readonly previous: VisitRow | undefined;
  readonly sequence: number;
}

/** Writes a judged visit and what the diary says of it. */
export function writeVisit(
  tx: Write,
  visit: ArrivedVisit,
  { judgement, events }: Observation,
  { previous, sequence }: Standing,
): VisitRow {
  const { page, snapshot, bytes = measureSize(snapshot) } = visit;
  const row: VisitRow = {
    visitId: snapshot.visitId,
    page,
    sequence,
    tabId: previous?.tabId ?? visit.tabId,
    snapshot,
    judgement,
    bytes,
    rowsWritten: (previous?.rowsWritten ?? 0) + countRows(visit, previous, events.length),
  };
  put(tx, 'visits', row);
  addEvents(tx, row, events);
  return row;
}

/**
 * The visit, its page and its events; of a new one its sequence and, where there is one, its tab. What visits share
 * counts with each.
 */
function countRows(
  { tabId, rowsBefore = 0 }: ArrivedVisit,
  previous: VisitRow | undefined,
  events: number,
): number {
  const onlyOnce = previous ? 0 : 1 + (tabId === undefined ? 0 : 1);
  return rowsBefore + 2 + events + onlyOnce;
}

export function addEvents(tx: Write, row: VisitRow, events: Observation['events']): void {
  const { page, visitId, sequence } = row;
  for (const event of events) add(tx, 'events', { page, visitId, sequence, event });
}

/** Of a page that has no visits yet. */
export function createPageRow(key: string, snapshot: Snapshot, rule: RuleName): SizedPage {
  const origin = parsePage(snapshot.url)?.origin;
  if (origin === undefined) throw new TypeError('a snapshot of something that is not a page');
  const page = { key, origin, route: key.slice(origin.length) };
  return { key, state: createPageState(page, rule), visits: 0, bytes: 0, sizes: [], lastSequence: 0 };
}

export function nextPageRow(
  before: SizedPage,
  { page }: Observation,
  row: VisitRow,
  previous?: VisitRow,
): SizedPage {
  const size = [row.sequence, row.bytes] as const;
  return {
    ...before,
    state: page,
    visits: before.visits + (previous ? 0 : 1),
    bytes: before.bytes + row.bytes - (previous?.bytes ?? 0),
    sizes: previous
      ? before.sizes.map((known) => (known[0] === row.sequence ? size : known))
      : [...before.sizes, size],
    lastSequence: Math.max(before.lastSequence, row.sequence),
  };
}
