import { expect, it } from 'vitest';
import { buildSnapshot } from '../build-snapshot.ts';
import type { Capture } from '../capture.ts';
import { createCapture } from '../capture.fixture.ts';
import type { Snapshot } from '../snapshot.ts';
import { listParts } from './list-parts.ts';

const load = (overrides: Partial<Capture> = {}): Snapshot => buildSnapshot(createCapture(overrides));

const withVitals = (vitals: Capture['vitals']): Snapshot => load({ vitals });

it('puts the four steps of LCP side by side, as medians, with the element of each side', () => {
  const paint = (resourceLoadDelay: number, target: string): Snapshot =>
    withVitals({
      timeToFirstByte: { value: 40 },
      largestContentfulPaint: {
        value: 100 + resourceLoadDelay,
        target,
        url: 'http://localhost:8080/hero.jpg',
        resourceLoadDelay,
        resourceLoadDuration: 50,
        elementRenderDelay: 10,
      },
    });
  const { largestContentfulPaint } = listParts(
    [paint(20, 'main>img'), paint(30, 'main>img'), paint(25, 'main>img')],
    [paint(300, 'header>img')],
  );
  expect(largestContentfulPaint).toEqual({
    kind: 'steps',
    target: { baseline: 'main>img (/hero.jpg)', current: 'header>img (/hero.jpg)' },
    rows: [
      { label: 'time to first byte', baseline: 40, current: 40 },
      { label: 'load delay', baseline: 25, current: 300 },
      { label: 'load duration', baseline: 50, current: 50 },
      { label: 'render delay', baseline: 10, current: 10 },
    ],
  });
});

it('leaves a side empty that measured no interaction, and names the script to open', () => {
  const current = withVitals({
    interactionToNextPaint: {
      value: 240,
      target: '#buy',
      interactionType: 'pointer',
      inputDelay: 10,
      processingDuration: 200,
      presentationDelay: 30,
      longestScript: {
        url: 'http://localhost:8080/app.js',
        charPosition: 812,
        startTime: 900,
        duration: 190,
      },
    },
  });
  const { interactionToNextPaint } = listParts([load()], [current]);
  expect(interactionToNextPaint?.target).toEqual({ current: '#buy (pointer)' });
  expect(interactionToNextPaint?.rows).toContainEqual({
    label: 'processing',
    current: 200,
    source: { url: 'http://localhost:8080/app.js', charPosition: 812 },
  });
});

it('lists the elements that moved in the worst second, largest first', () => {
  const shift = (target: string, value: number, startTime: number) => ({
    startTime,
    value,
    sources: [{ target, movedArea: 1000 }],
  });
  const { cumulativeLayoutShift } = listParts(
    [load({ layoutShifts: [shift('.ad', 0.02, 300)] })],
    [load({ layoutShifts: [shift('.ad', 0.03, 300), shift('.hero', 0.2, 500), shift('.far', 0.01, 9_000)] })],
  );
  expect(cumulativeLayoutShift).toEqual({
    kind: 'shifts',
    rows: [
      { label: '.hero', baseline: 0, current: 0.2 },
      { label: '.ad', baseline: 0.02, current: 0.03 },
    ],
  });
});

it('sums the functions of long frames by file', () => {
  const script = {
    url: 'http://localhost:8080/app.js',
    functionName: 'render',
    charPosition: 7,
    startTime: 200,
    duration: 60,
  };
  const longFrames = [{ startTime: 195, duration: 200, scripts: [script, { ...script, startTime: 300 }] }];
  const { totalBlockingTime } = listParts([load()], [load({ longFrames })]);
  expect(totalBlockingTime?.rows).toEqual([
    {
      label: 'render in /app.js',
      baseline: 0,
      current: 120,
      source: { url: 'http://localhost:8080/app.js', charPosition: 7 },
    },
  ]);
});

it('leaves out a metric that has no parts', () => {
  expect(listParts([load()], [load()])).not.toHaveProperty('cumulativeLayoutShift');
  expect(listParts([], [])).toEqual({});
});
