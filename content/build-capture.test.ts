import { describe, expect, it } from 'vitest';
import { type Capture, captureSchema } from '../src/domain/capture.ts';
import { buildCapture, type CaptureContext } from './build-capture.ts';
import { resourceEntry, visitOf } from './capture.fixture.ts';
import type { Visit } from './visit.ts';

const context: CaptureContext = {
  stage: 'provisional',
  revision: 1,
  resourceOffset: 0,
  startedAt: 1_700_000_000_000,
  navigation: { kind: 'navigate' },
  environment: { viewportWidth: 1280, viewportHeight: 720 },
  softNavigations: true,
  cost: { mainThread: 1.5, bytesSent: 0 },
};

const span = (startTime: number) => ({ startTime, duration: 60.04 });

/** As the worker gets it. */
const received = (capture: Capture) => JSON.parse(JSON.stringify(capture)) as Capture;

const issuesOf = (capture: Capture) => captureSchema['~standard'].validate(received(capture));

function fullVisit(): Visit {
  return visitOf({
    origin: 100,
    settle: { load: 500, busyUntil: 700, settledAt: 1_700 },
    vitals: { firstContentfulPaint: { value: 210 }, cumulativeLayoutShift: { value: 0.012345678 } },
    resources: [
      resourceEntry(),
      resourceEntry({ initiatorType: 'img', startTime: 600 }),
      resourceEntry({ initiatorType: 'img', startTime: 1_700 }),
      resourceEntry({ initiatorType: 'fetch', startTime: 1_701 }),
    ],
    longTasks: [span(300), span(900)],
    longFrames: [
      { ...span(300), blockingDuration: 10, renderStart: 350, styleAndLayoutStart: 0, scripts: [] },
    ],
    userTimings: [
      { name: 'app', entryType: 'mark', startTime: 0, duration: 0 },
      { name: 'n'.repeat(2_000), entryType: 'measure', startTime: 1e300, duration: -5 },
    ],
    layoutShifts: [{ startTime: 400, value: 0.01, sources: [{ target: '#a', movedArea: 12 }] }],
    document: {
      elements: 10,
      scripts: [{ url: 'https://shop.example/a.js', async: false, defer: true, module: false, inHead: true }],
    },
  });
}

describe('buildCapture', () => {
  it('is what the worker expects, for an empty visit and a full one', () => {
    expect(issuesOf(buildCapture(visitOf(), context, 2_000))).not.toHaveProperty('issues');
    expect(issuesOf(buildCapture(fullVisit(), context, 2_000))).not.toHaveProperty('issues');
  });

  it('counts every moment from the origin of the visit', () => {
    const capture = received(buildCapture(fullVisit(), context, 2_000));
    expect(capture).toMatchObject({
      settledAt: 1_600,
      longTasks: [
        { startTime: 200, duration: 60 },
        { startTime: 800, duration: 60 },
      ],
      longFrames: [{ startTime: 200, renderStart: 250 }],
      layoutShifts: [{ startTime: 300, value: 0.01 }],
      userTimings: [{ startTime: -100 }, { kind: 'measure', duration: 0 }],
      vitals: { firstContentfulPaint: { value: 210 }, cumulativeLayoutShift: { value: 0.012345678 } },
    });
    expect(capture.longFrames[0]).not.toHaveProperty('styleAndLayoutStart');
  });

  it('has no settle before there is one', () => {
    expect(received(buildCapture(visitOf(), context, 2_000))).not.toHaveProperty('settledAt');
  });

  it('carries requests from the offset on and adds up those of the load that do not fit', () => {
    const capture = buildCapture(fullVisit(), { ...context, resourceOffset: 1 }, 1);
    expect(capture.resources.map(({ startTime }) => startTime)).toEqual([500]);
    expect(capture.overflow).toEqual({ img: { count: 1, transferSize: 1300, decodedSize: 3000 } });
    expect(capture.dropped.resourcesAfterSettle).toBe(1);
  });

  it('counts what else it leaves out, on top of what was dropped before', () => {
    const visit = fullVisit();
    visit.dropped.longTasks = 5;
    const { longTasks, longFrames, document, dropped } = buildCapture(visit, context, 0);
    expect([longTasks, longFrames, document.scripts]).toEqual([[], [], []]);
    expect(dropped).toMatchObject({
      longTasks: 7,
      longFrames: 1,
      userTimings: 2,
      layoutShifts: 1,
      documentScripts: 1,
    });
    expect(visit.dropped.longTasks).toBe(5);
  });
});
