import * as v from 'valibot';
import { MAX_EVENTS_PER_PAGE, MAX_PAGES, MAX_QUEUE_ROWS, MAX_VISITS_PER_PAGE } from '../domain/limits.ts';
import { measureSize } from '../domain/measure-size.ts';
import { parsePage } from '../domain/page.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import { type Phrase, phrase, plainNumber } from '../domain/words/phrase.ts';
import { listReferenced } from './evict.ts';
import type { PageRow, VisitRow } from './schema.ts';
import type { Database } from './transact.ts';

type VisitFacts = Pick<VisitRow, 'page' | 'sequence' | 'bytes'> & {
  readonly revision: number;
  /** What is wrong with the row in itself. */
  readonly faults: readonly Phrase[];
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
 * phrase for each thing that does not; none means it is sound. Reads in one transaction and writes nothing.
 */
export async function verifyStore(db: Database): Promise<Phrase[]> {
  const facts = await readFacts(db);
  return [
    ...verifyVisits(facts),
    ...[...facts.pages.values()].flatMap((page) => verifyPage(page, facts)),
    ...verifyQueue(facts),
    ...verifyOwners(facts),
  ];
}

function verifyVisits({ visits, pages, skipped, sequence }: StoreFacts): Phrase[] {
  const seen = new Set<number>();
  return [...visits].flatMap(([visitId, visit]) => {
    const repeated = seen.has(visit.sequence);
    seen.add(visit.sequence);
    const used = plainNumber(visit.sequence);
    const faults = [
      ...visit.faults,
      ...when(skipped.has(visitId), phrase('storedAndGivenUp')),
      ...when(!pages.has(visit.page), phrase('pageMissing', visit.page)),
      ...when(repeated, phrase('sequenceTwice', used)),
      ...when(visit.sequence > sequence, phrase('sequenceUnknown', used)),
    ];
    return faults.map((fault) => phrase('visitFault', visitId, fault));
  });
}

function verifyPage(page: PageRow, { visits }: StoreFacts): Phrase[] {
  const own = [...visits.values()].filter((visit) => visit.page === page.key);
  const bytes = own.reduce((sum, visit) => sum + visit.bytes, 0);
  const sizes = own.map((visit) => [visit.sequence, visit.bytes]).sort(([a = 0], [b = 0]) => a - b);
  const newest = own.reduce((latest, visit) => Math.max(latest, visit.sequence), 0);
  const lost = [...listReferenced(page.state)].filter((visitId) => visits.get(visitId)?.page !== page.key);
  const levels = Object.entries(page.state.cohorts).filter(
    ([, { settled, current, latestVisit }]) =>
      current.samples !== settled.samples + (latestVisit === '' ? 0 : 1),
  );
  const { key } = page;
  const faults = [
    ...when(page.state.key !== key, phrase('stateOfPage', page.state.key)),
    ...when(page.visits !== own.length, phraseOfNumbers('countsVisits', page.visits, own.length)),
    ...when(page.bytes !== bytes, phraseOfNumbers('countsBytes', page.bytes, bytes)),
    ...when(page.sizes !== undefined && String(page.sizes) !== String(sizes), phrase('sizesApart')),
    ...when(page.lastSequence !== newest, phraseOfNumbers('newestIs', newest, page.lastSequence)),
    ...when(own.length > MAX_VISITS_PER_PAGE, phraseOfNumbers('hasVisits', own.length)),
    ...lost.map((visitId) => phrase('speaksOfVisit', visitId)),
    ...levels.map(([cohort]) => phrase('levelsApart', cohort)),
  ];
  return faults.map((fault) => phrase('pageFault', key, fault));
}

function verifyQueue({ queue, visits }: StoreFacts): Phrase[] {
  const seen = new Set<string>();
  return [
    ...when(queue.length > MAX_QUEUE_ROWS, phraseOfNumbers('queueRows', queue.length)),
    ...queue.flatMap(({ visitId, revision }) => {
      const repeated = seen.has(visitId);
      seen.add(visitId);
      const stored = visits.get(visitId)?.revision ?? 0;
      return [
        ...when(repeated, phrase('waitsTwice', visitId)),
        ...when(
          stored >= revision,
          phrase('revisionWaits', plainNumber(revision), visitId, plainNumber(stored)),
        ),
      ];
    }),
  ];
}

function verifyOwners({ eventsByPage, pages, tabs, visits, counters }: StoreFacts): Phrase[] {
  return [
    ...counters.flatMap(([name, value]) =>
      when(!Number.isSafeInteger(value) || value < 0, phrase('counterIs', name, plainNumber(value))),
    ),
    ...when(pages.size > MAX_PAGES, phraseOfNumbers('pageRows', pages.size)),
    ...[...eventsByPage].flatMap(([page, count]) => [
      ...when(!pages.has(page), phrase('eventsOfNoPage', plainNumber(count), page)),
      ...when(count > MAX_EVENTS_PER_PAGE, phrase('eventsOfPage', plainNumber(count), page)),
    ]),
    ...tabs.flatMap(({ tabId, page, visitId }) =>
      when(visits.get(visitId)?.page !== page, phrase('tabShows', plainNumber(tabId), visitId, page)),
    ),
  ];
}

/** A snapshot that no schema takes, or that stands in the wrong place, was not written by one transaction of ours. */
function verifyRow({ visitId, page, snapshot, bytes }: VisitRow): Phrase[] {
  const shape = v.safeParse(snapshotSchema, snapshot, { abortEarly: true });
  const size = measureSize(snapshot);
  return [
    ...when(!shape.success, phrase('malformedSnapshot', shape.issues?.[0].message ?? '')),
    ...when(snapshot.visitId !== visitId, phrase('snapshotOfVisit', snapshot.visitId)),
    // Which route it had depends on the templates of its day; the site never does.
    ...when(!page.startsWith(`${parsePage(snapshot.url)?.origin}/`), phrase('snapshotNotOf', page)),
    ...when(size !== bytes, phraseOfNumbers('takesBytes', size, bytes)),
  ];
}

function when(broken: boolean, fault: Phrase): Phrase[] {
  return broken ? [fault] : [];
}

function phraseOfNumbers(key: Parameters<typeof phrase>[0], ...values: readonly number[]): Phrase {
  return phrase(key, ...values.map(plainNumber));
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
