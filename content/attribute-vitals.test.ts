import { describe, expect, it, vi } from 'vitest';
import {
  attributeCumulativeLayoutShift,
  attributeInteractionToNextPaint,
  attributeLargestContentfulPaint,
} from './attribute-vitals.ts';
import { resourceEntry, visitOf } from './capture.fixture.ts';
import type { ScriptEntry } from './pick-long-frame.ts';
import type { EventEntry } from './visit.ts';

vi.stubGlobal('Element', Object);

describe('attributeLargestContentfulPaint', () => {
  const url = 'https://shop.example/hero.png';
  const paint = (change: object = {}) => ({
    value: 900,
    entries: [{ startTime: 900, url, element: null, ...change }] as unknown as LargestContentfulPaint[],
  });
  const hero = resourceEntry({ name: url, startTime: 190, requestStart: 210, responseEnd: 700 });
  const vitals = { timeToFirstByte: { value: 150 } };

  it('divides the time of an image into its subparts, which add up', () => {
    expect(attributeLargestContentfulPaint(paint(), visitOf({ vitals, resources: [hero] }))).toEqual({
      value: 900,
      url,
      resourceLoadDelay: 60,
      resourceLoadDuration: 490,
      elementRenderDelay: 200,
    });
  });

  it('starts at what was shown first in a prerendered page, where the image came before', () => {
    const visit = visitOf({ origin: 800, vitals: { timeToFirstByte: { value: 0 } }, resources: [hero] });
    expect(attributeLargestContentfulPaint({ ...paint(), value: 100 }, visit)).toMatchObject({
      resourceLoadDelay: 0,
      resourceLoadDuration: 0,
      elementRenderDelay: 100,
    });
  });

  it('goes by the start of a request that hides the rest, and by the last one before the paint', () => {
    const hidden = resourceEntry({ name: url, startTime: 250, requestStart: 0, responseEnd: 700 });
    const later = resourceEntry({ name: url, startTime: 950, requestStart: 960, responseEnd: 990 });
    const visit = visitOf({ vitals, resources: [hero, hidden, later] });
    expect(attributeLargestContentfulPaint(paint(), visit)).toMatchObject({ resourceLoadDelay: 100 });
  });

  it('ends the load of a video that goes on loading at the paint', () => {
    const visit = visitOf({ vitals, resources: [{ ...hero, responseEnd: 5_000 }] });
    expect(attributeLargestContentfulPaint(paint(), visit)).toMatchObject({
      resourceLoadDuration: 690,
      elementRenderDelay: 0,
    });
  });

  it('has no resource to tell of for a text', () => {
    expect(attributeLargestContentfulPaint(paint({ url: '' }), visitOf({ vitals }))).toEqual({
      value: 900,
      elementRenderDelay: 750,
    });
  });

  it('has a value only after a restore from the back/forward cache', () => {
    expect(attributeLargestContentfulPaint({ value: 33.33, entries: [] }, visitOf())).toEqual({
      value: 33.3,
    });
  });
});

describe('attributeCumulativeLayoutShift', () => {
  const shift = (startTime: number, value: number) => ({ startTime, value }) as LayoutShift;

  it('names the largest shift of the window, by the element that was noted with it', () => {
    const layoutShifts = [
      { startTime: 300, value: 0.01, sources: [{ target: '#a', movedArea: 1 }] },
      { startTime: 700, value: 0.05, sources: [{ movedArea: 9 }, { target: '#b', movedArea: 1 }] },
    ];
    const entries = [shift(300, 0.01), shift(700, 0.05)];
    const visit = visitOf({ origin: 100, layoutShifts });
    expect(attributeCumulativeLayoutShift({ value: 0.06000000000000001, entries }, visit)).toEqual({
      value: 0.06000000000000001,
      target: '#b',
      largestShiftTime: 600,
      largestShiftValue: 0.05,
    });
    expect(entries.map(({ startTime }) => startTime)).toEqual([300, 700]);
  });

  it('has 0 and nothing else to say of a page that did not shift', () => {
    expect(attributeCumulativeLayoutShift({ value: 0, entries: [] }, visitOf())).toEqual({ value: 0 });
  });
});

describe('attributeInteractionToNextPaint', () => {
  const event = (change: Partial<EventEntry> = {}): EventEntry => ({
    name: 'click',
    startTime: 1_000,
    duration: 128,
    processingStart: 1_010,
    processingEnd: 1_100,
    target: null,
    targetSelector: '',
    ...change,
  });
  const script = (change: Partial<ScriptEntry>): ScriptEntry => ({
    startTime: 1_010,
    duration: 50,
    executionStart: 1_010,
    forcedStyleAndLayoutDuration: 0,
    sourceURL: '',
    sourceFunctionName: 'handler',
    sourceCharPosition: -1,
    invoker: '',
    invokerType: 'event-listener',
    ...change,
  });
  const frame = (startTime: number, scripts: ScriptEntry[]) => ({
    startTime,
    duration: 120,
    blockingDuration: 70,
    renderStart: 0,
    styleAndLayoutStart: 0,
    scripts,
  });

  it('divides the time until the next paint', () => {
    const visit = visitOf({ origin: 900 });
    expect(attributeInteractionToNextPaint({ value: 128, entries: [event()] }, visit)).toEqual({
      value: 128,
      interactionType: 'pointer',
      interactionTime: 100,
      inputDelay: 10,
      processingDuration: 90,
      presentationDelay: 28,
    });
  });

  it('counts listeners of all events that were presented with the same frame, and of no other', () => {
    const latestEvents = [
      event({
        name: 'pointerdown',
        startTime: 996,
        duration: 128,
        processingStart: 998,
        processingEnd: 1_008,
      }),
      event({
        name: 'mouseup',
        startTime: 1_004,
        duration: 128,
        processingStart: 1_100,
        processingEnd: 1_120,
      }),
      event({
        name: 'keydown',
        startTime: 1_016,
        duration: 128,
        processingStart: 1_124,
        processingEnd: 1_127,
      }),
    ];
    expect(
      attributeInteractionToNextPaint({ value: 128, entries: [event()] }, visitOf({ latestEvents })),
    ).toMatchObject({ inputDelay: 0, processingDuration: 120, presentationDelay: 8 });
  });

  it('never has a listener outlast the paint it is blamed for', () => {
    const entries = [event({ processingEnd: 4_000 })];
    expect(attributeInteractionToNextPaint({ value: 128, entries }, visitOf())).toMatchObject({
      processingDuration: 118,
      presentationDelay: 0,
    });
  });

  it('names the script that ran longest since the interaction', () => {
    const latestFrames = [
      frame(700, [script({ sourceFunctionName: 'earlier', startTime: 700, duration: 119 })]),
      frame(990, [
        script({ sourceFunctionName: 'before', startTime: 990, duration: 60 }),
        script({ sourceFunctionName: 'handler', startTime: 1_051, duration: 55 }),
      ]),
    ];
    expect(
      attributeInteractionToNextPaint({ value: 128, entries: [event()] }, visitOf({ latestFrames })),
    ).toMatchObject({ longestScript: { functionName: 'handler', startTime: 1_051 } });
  });

  it('takes the selector the browser kept of an element that is gone', () => {
    const entries = [event(), event({ targetSelector: 'button#buy' })];
    expect(attributeInteractionToNextPaint({ value: 128, entries }, visitOf())).toMatchObject({
      target: 'button#buy',
    });
  });

  it('has a value only for an interaction too short to be reported', () => {
    expect(attributeInteractionToNextPaint({ value: 8, entries: [] }, visitOf())).toEqual({ value: 8 });
  });
});
