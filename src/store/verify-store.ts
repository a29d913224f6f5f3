import * as v from 'valibot';
import { MAX_EVENTS_PER_PAGE, MAX_PAGES, MAX_QUEUE_ROWS, MAX_VISITS_PER_PAGE } from '../domain/limits.ts';
import { measureSize } from '../domain/measure-size.ts';
import { parsePage } from '../domain/page.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import { listReferenced } from './evict.ts';
import type { PageRow, VisitRow } from './schema.ts';
import type { Database } from './transact.ts';

type VisitFacts = Pick<VisitRow, 'page' | 'sequence' | 'bytes'> & {
  readonly revision: number;
  /** What is wrong with the row in itself. */
  readonly faults: readonly string[];
};

interface StoreFacts {
  readonly visits: ReadonlyMap<string, VisitFacts>;
  readonly pages: ReadonlyMap<string, PageRow>;
  readonly queue: readonly { visitId: string; revision: number }[];
  readonly skipped: ReadonlySet<string>;
  readonly counters: readonly [name: string, value: number][];
  readonly eventsByPage: ReadonlyMap<string, number>;
  readonly tabs: readonly { tabId: number; page: string; visitId: string }[];
  readonly sequence: number;
}

/**
 * Checks everything that must always hold of the database, whatever was killed while it was written, and gives one
 * line for each thing that does not; none means it is sound. Reads in one transaction and writes nothing.
 */
export async function verifyStore(db: Database): Promise<string[]> {
  const facts = await readFacts(db);
  return [
    ...verifyVisits(facts),
    ...[...facts.pages.values()].flatMap((page) => verifyPage(page, facts)),
    ...verifyQueue(facts),
    ...verifyOwners(facts),
  ];
}

function verifyVisits({ visits, pages, skipped, sequence }: StoreFacts): string[] {
  const seen = new Set<number>();
  return [...visits].flatMap(([visitId, visit]) => {
    const repeated = seen.has(visit.sequence);
    seen.add(visit.sequence);
    return [
      ...visit.faults.map((fault) => `visit ${visitId}: ${fault}`),
      ...when(skipped.has(visitId), `visit ${visitId}: is stored, and counted as given up`),
      ...when(!pages.has(visit.page), `visit ${visitId}: its page ${visit.page} does not exist`),
      ...when(repeated, `visit ${visitId}: sequence ${visit.sequence} is used twice`),
      ...when(visit.sequence > sequence, `visit ${visitId}: sequence ${visit.sequence} was never given out`),
    ];
  });
}

function verifyPage(page: PageRow, { visits }: StoreFacts): string[] {
  const own = [...visits.values()].filter((visit) => visit.page === page.key);
  const bytes = own.reduce((sum, visit) => sum + visit.bytes, 0);
  const newest = own.reduce((latest, visit) => Math.max(latest, visit.sequence), 0);
  const lost = [...listReferenced(page.state)].filter((visitId) => visits.get(visitId)?.page !== page.key);
  const levels = Object.entries(page.state.cohorts).filter(
    ([, { settled, current, latestVisit }]) =>
      current.samples !== settled.samples + (latestVisit === '' ? 0 : 1),
  );
  const { key } = page;
  return [
    ...when(page.state.key !== key, `page ${key}: its state is of ${page.state.key}`),
    ...when(page.visits !== own.length, `page ${key}: counts ${page.visits} visits, has ${own.length}`),
    ...when(page.bytes !== bytes, `page ${key}: counts ${page.bytes} bytes, has ${bytes}`),
    ...when(page.lastSequence !== newest, `page ${key}: newest is ${newest}, not ${page.lastSequence}`),
    ...when(own.length > MAX_VISITS_PER_PAGE, `page ${key}: has ${own.length} visits`),
    ...lost.map((visitId) => `page ${key}: its state speaks of visit ${visitId}, which it does not have`),
    ...levels.map(([cohort]) => `page ${key}: ${cohort}: its levels are not one visit apart`),
  ];
}

function verifyQueue({ queue, visits }: StoreFacts): string[] {
  const seen = new Set<string>();
  return [
    ...when(queue.length > MAX_QUEUE_ROWS, `queue: ${queue.length} rows`),
    ...queue.flatMap(({ visitId, revision }) => {
      const repeated = seen.has(visitId);
      seen.add(visitId);
      const stored = visits.get(visitId)?.revision ?? 0;
      return [
        ...when(repeated, `queue: visit ${visitId} waits twice`),
        ...when(stored >= revision, `queue: revision ${revision} of ${visitId} waits, ${stored} is stored`),
      ];
    }),
  ];
}

function verifyOwners({ eventsByPage, pages, tabs, visits, counters }: StoreFacts): string[] {
  return [
    ...counters.flatMap(([name, value]) =>
      when(!Number.isSafeInteger(value) || value < 0, `counters: ${name} is ${value}`),
    ),
    ...when(pages.size > MAX_PAGES, `pages: ${pages.size} rows`),
    ...[...eventsByPage].flatMap(([page, count]) => [
      ...when(!pages.has(page), `events: ${count} of page ${page}, which does not exist`),
      ...when(count > MAX_EVENTS_PER_PAGE, `events: ${count} of page ${page}`),
    ]),
    ...tabs.flatMap(({ tabId, page, visitId }) =>
      when(visits.get(visitId)?.page !== page, `tab ${tabId}: shows visit ${visitId}, which ${page} has not`),
    ),
  ];
}

/** A snapshot that no schema takes, or that stands in the wrong place, was not written by one transaction of ours. */
function verifyRow({ visitId, page, snapshot, bytes }: VisitRow): string[] {
  const shape = v.safeParse(snapshotSchema, snapshot, { abortEarly: true });
  const size = measureSize(snapshot);
  return [
    ...when(!shape.success, `its snapshot is malformed: ${shape.issues?.[0].message ?? ''}`),
    ...when(snapshot.visitId !== visitId, `its snapshot is of ${snapshot.visitId}`),
    // Which route it had depends on the templates of its day; the site never does.
    ...when(!page.startsWith(`${parsePage(snapshot.url)?.origin}/`), `its snapshot is not of ${page}`),
    ...when(size !== bytes, `takes ${size} bytes, not ${bytes}`),
  ];
}

function when(broken: boolean, line: string): string[] {
  return broken ? [line] : [];
}

async function readFacts(db: Database): Promise<StoreFacts> {
  const tx = db.transaction(['visits', 'pages', 'queue', 'skipped', 'events', 'tabs', 'counters']);
  const visits = new Map<string, VisitFacts>();
  for await (const { value } of tx.objectStore('visits')) {
    const { page, sequence, bytes, snapshot } = value;
    const { revision } = snapshot;
    visits.set(value.visitId, { page, sequence, bytes, revision, faults: verifyRow(value) });
  }
  const queue: { visitId: string; revision: number }[] = [];
  for await (const { value } of tx.objectStore('queue')) {
    queue.push({ visitId: value.visitId, revision: value.capture.revision });
  }
  const eventsByPage = new Map<string, number>();
  for await (const { value } of tx.objectStore('events')) {
    eventsByPage.set(value.page, (eventsByPage.get(value.page) ?? 0) + 1);
  }
  const pages = await tx.objectStore('pages').getAll();
  const tabs = await tx.objectStore('tabs').getAll();
  const skipped = new Set((await tx.objectStore('skipped').getAll()).map(({ visitId }) => visitId));
  const names = await tx.objectStore('counters').getAllKeys();
  const values = await tx.objectStore('counters').getAll();
  const counters = names.map((name, n): [string, number] => [name, values[n] ?? 0]);
  const sequence = new Map(counters).get('sequence') ?? 0;
  return {
    visits,
    queue,
    skipped,
    counters,
    eventsByPage,
    tabs,
    sequence,
    pages: new Map(pages.map((row) => [row.key, row])),
  };
}
