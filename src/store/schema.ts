import type { DBSchema } from 'idb';
import type { Budget } from '../domain/budget.ts';
import type { Capture } from '../domain/capture.ts';
import type { Judgement, MonitorEvent, PageState } from '../domain/page-state.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Bytes, EpochMs, Ratio } from '../domain/units.ts';

export const DATABASE_NAME = 'performance-budget-monitor';
export const DATABASE_VERSION = 2;

/** A capture on disk that has been acknowledged and not yet judged. */
export interface QueueRow {
  /** Order of arrival, assigned by the database; gaps mean nothing. */
  readonly id?: number;
  readonly visitId: string;
  readonly page: string;
  /** While they wait, loads of one lane (tab and page) take each other's place; updates have a lane of their own. */
  readonly lane: string;
  readonly tabId: number | undefined;
  readonly capture: Capture;
  readonly afterBrowserStart?: boolean;
  /** Share of the processor that was busy just before the load began, where that is known. */
  readonly busy?: Ratio;
  /** Not judged before this moment, when loads come faster than their bucket allows. */
  readonly notBefore: EpochMs;
}

export interface VisitRow {
  readonly visitId: string;
  readonly page: string;
  /** Order of first arrival over all pages. */
  readonly sequence: number;
  readonly tabId: number | undefined;
  readonly snapshot: Snapshot;
  readonly judgement: Judgement;
  /** Approximate size of the snapshot. */
  readonly bytes: Bytes;
  /** Rows of the database that were written for it so far; absent in what an older version stored. */
  readonly rowsWritten?: number;
}

/** An entry of the page's diary: when something began or ended, and with which visit (which may have been evicted). */
export interface EventRow {
  readonly id?: number;
  readonly page: string;
  readonly visitId: string;
  readonly sequence: number;
  readonly event: MonitorEvent;
}

export interface PageRow {
  readonly key: string;
  readonly state: PageState;
  readonly visits: number;
  /** Sum over its visits. */
  readonly bytes: Bytes;
  /** Of each of its visits, oldest first. Absent in what an older version stored. */
  readonly sizes?: VisitSizes;
  /** Sequence of the newest visit: what was seen longest ago is evicted first. */
  readonly lastSequence: number;
}

export type VisitSizes = readonly (readonly [sequence: number, bytes: Bytes])[];

/** A page of which it is known what each visit takes. */
export interface SizedPage extends PageRow {
  readonly sizes: VisitSizes;
}

/** Which visit a tab shows, for the badge and the popup after the worker has restarted. */
export interface TabRow {
  readonly tabId: number;
  readonly page: string;
  readonly visitId: string;
}

/** State of a token bucket: a row, because a worker forgets what it holds in memory. No row means a full bucket. */
interface BucketRow {
  readonly key: string;
  /** Negative while loads wait: each has reserved the token that will let it pass. */
  readonly tokens: number;
  readonly refilledAt: EpochMs;
}

/** A load that was coalesced or dropped, and counted: a later message of it must not bring it back. */
interface SkippedRow {
  readonly id?: number;
  readonly visitId: string;
}

/** Budgets have an order: where several match, the later one counts. */
interface BudgetRow {
  readonly id: string;
  readonly position: number;
  readonly budget: Budget;
}

/** Loads that were not stored, by reason. Shown, because silence would be a lie. */
export const COUNTERS = ['coalesced', 'dropped', 'refused', 'evicted'] as const;
export type CounterName = (typeof COUNTERS)[number];

export interface MonitorDatabase extends DBSchema {
  queue: {
    key: number;
    value: QueueRow;
    indexes: { visit: string; page: string; notBefore: number; lane: [string, number] };
  };
  visits: {
    key: string;
    value: VisitRow;
    indexes: { page: [page: string, sequence: number, bytes: Bytes]; sequence: number };
  };
  events: { key: number; value: EventRow; indexes: { page: [string, number] } };
  pages: { key: string; value: PageRow; indexes: { lastSequence: number } };
  tabs: { key: number; value: TabRow; indexes: { page: string; visit: string } };
  buckets: { key: string; value: BucketRow };
  skipped: { key: number; value: SkippedRow; indexes: { visit: string } };
  counters: { key: string; value: number };
  budgets: { key: string; value: BudgetRow; indexes: { position: number } };
  settings: { key: string; value: unknown };
}
