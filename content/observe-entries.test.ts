import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { visitOf } from './capture.fixture.ts';
import { type Notes, type Observation, observeEntries } from './observe-entries.ts';
import type { Visit } from './visit.ts';

type Callback = (list: { getEntries: () => object[] }, observer: object, options?: object) => void;

/** An observer whose entries come when the test says so. */
class FakeObserver {
  static readonly supportedEntryTypes = ['mark', 'resource'];
  static made: FakeObserver[] = [];
  readonly observed: object[] = [];
  queued: object[] = [];
  constructor(readonly callback: Callback) {
    FakeObserver.made.push(this);
  }
  observe(options: object): void {
    this.observed.push(options);
  }
  takeRecords(): object[] {
    return this.queued.splice(0);
  }
  disconnect(): void {}
}

const entry = (entryType: string, startTime: number, name = '') => ({ entryType, startTime, name });

let visits: Visit[];
let seen: string[];
let changes: number;

const notes: Notes = {
  mark: (_visit, { name }) => seen.push(name),
  event: () => seen.push('event'),
};

/** A collector of nothing but these. */
function observe(...options: { isUrgent: boolean }[]): FakeObserver[] {
  const observations: Observation[] = [];
  const recorder = {
    work(task: () => void): void {
      for (const observation of observations) observation.drain?.();
      task();
    },
    find: (time: number) => visits.findLast(({ from }) => from <= time),
    changed: () => changes++,
  };
  for (const { isUrgent } of options) observations.push(observeEntries(recorder, notes, isUrgent));
  return FakeObserver.made;
}

function tell(observer: FakeObserver | undefined, entries: object[], droppedEntriesCount?: number): void {
  observer?.callback({ getEntries: () => entries }, observer, { droppedEntriesCount });
}

beforeEach(() => {
  vi.stubGlobal('PerformanceObserver', FakeObserver);
  FakeObserver.made = [];
  visits = [visitOf()];
  seen = [];
  changes = 0;
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('observeEntries', () => {
  it('asks for what has been before too, of the types this browser knows', () => {
    const [observer] = observe({ isUrgent: false });
    expect(observer?.observed).toEqual([{ type: 'mark', buffered: true, durationThreshold: 40 }]);
  });

  it('lets entries wait until there are many, and says that they do', () => {
    const [observer] = observe({ isUrgent: false });
    for (let count = 1; count < 100; count++) tell(observer, [entry('mark', 1, 'a')]);
    expect(seen).toEqual([]);
    expect(changes).toBe(99);
    tell(observer, [entry('mark', 1, 'a')]);
    expect(seen).toHaveLength(100);
  });

  it('takes in urgent ones at once, after everything that was told before', () => {
    const [patient, urgent] = observe({ isUrgent: false }, { isUrgent: true });
    tell(patient, [entry('mark', 1, 'told first'), entry('mark', 2, 'told with it')]);
    tell(urgent, [entry('mark', 3, 'urgent')]);
    expect(seen).toEqual(['told first', 'told with it', 'urgent']);
  });

  it('takes in at once, on demand, what was told and what is still queued', () => {
    const [patient, urgent] = observe({ isUrgent: false }, { isUrgent: true });
    tell(patient, [entry('mark', 1, 'told')]);
    if (patient) patient.queued = [entry('mark', 2, 'queued')];
    tell(urgent, []);
    expect(seen).toEqual(['told', 'queued']);
    tell(urgent, []);
    expect(seen).toHaveLength(2);
  });

  it('leaves out what began in no visit that is open', () => {
    const [observer] = observe({ isUrgent: true });
    visits = [visitOf({ from: 5_000 })];
    tell(observer, [entry('mark', 4_999, 'before'), entry('mark', 5_000, 'in it')]);
    expect(seen).toEqual(['in it']);
  });

  it('counts what the browser had lost before', () => {
    const [observer] = observe({ isUrgent: false });
    tell(observer, [], 12);
    tell(observer, [], 0);
    expect(visits[0]?.dropped.browserBuffer).toBe(12);
    expect(visits[0]?.version).toBe(1);
  });
});
