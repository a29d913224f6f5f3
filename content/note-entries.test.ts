import { describe, expect, it } from 'vitest';
import { resourceEntry, visitOf } from './capture.fixture.ts';
import { NOTES, URGENT_NOTES } from './note-entries.ts';
import type { EntryTypes } from './observe-entries.ts';
import type { Visit } from './visit.ts';

const ALL = { ...NOTES, ...URGENT_NOTES };

function note(visit: Visit, type: keyof EntryTypes, entry: object): void {
  ALL[type]?.(visit, entry as never);
}

const span = (startTime: number, duration = 60) => ({ startTime, duration });

describe('notes', () => {
  it('take load for what the browser says once it is complete, and never before the visit began', () => {
    const visit = visitOf({ origin: 900 });
    note(visit, 'navigation', { loadEventEnd: 0 });
    expect(visit.settle.load).toBeUndefined();
    note(visit, 'navigation', { loadEventEnd: 500 });
    expect(visit.settle.load).toBe(900);
  });

  it('hold settle up by requests and long tasks', () => {
    const visit = visitOf();
    note(visit, 'resource', resourceEntry({ startTime: 10, responseEnd: 700 }));
    note(visit, 'longtask', span(650, 100));
    expect(visit.settle.busyUntil).toBe(750);
    expect([visit.resources.length, visit.longTasks.length]).toEqual([1, 1]);
  });

  it('leave out shifts that an input explains', () => {
    const visit = visitOf();
    for (const hadRecentInput of [true, false]) {
      note(visit, 'layout-shift', { startTime: 5, value: 0.1, sources: [], hadRecentInput });
    }
    expect(visit.layoutShifts).toHaveLength(1);
  });

  it('keep the first long frames for the load, the latest for interactions, and count the scripts too many', () => {
    const visit = visitOf();
    for (let n = 0; n < 250; n++) {
      note(visit, 'long-animation-frame', { ...span(n), scripts: Array.from({ length: 21 }) });
    }
    expect([visit.longFrames[0]?.startTime, visit.longFrames.length]).toEqual([0, 100]);
    expect([visit.latestFrames[0]?.startTime, visit.latestFrames.length]).toEqual([150, 100]);
    expect(visit.dropped).toMatchObject({ longFrames: 150, frameScripts: 250 });
  });

  it('keep the latest events, which no capture tells of by themselves', () => {
    const visit = visitOf();
    for (let n = 0; n < 130; n++) note(visit, 'event', span(n));
    note(visit, 'first-input', span(130));
    expect([visit.latestEvents[0]?.startTime, visit.latestEvents.at(-1)?.startTime]).toEqual([31, 130]);
    expect(visit.version).toBe(0);
  });
});
