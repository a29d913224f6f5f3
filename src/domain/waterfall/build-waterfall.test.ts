import { expect, it } from 'vitest';
import { buildSnapshot } from '../build-snapshot.ts';
import type { Capture } from '../capture.ts';
import { createCapture, createCapturedResource } from '../capture.fixture.ts';
import type { Snapshot } from '../snapshot.ts';
import { buildWaterfall } from './build-waterfall.ts';
import { selectTypicalLoad } from './select-typical-load.ts';
import type { Waterfall } from './waterfall.ts';

const load = (overrides: Partial<Capture> = {}): Snapshot => buildSnapshot(createCapture(overrides));

const file = (name: string, startTime: number, overrides = {}) =>
  createCapturedResource({ url: `http://localhost:8080/${name}`, startTime, ...overrides });

function draw(baseline: Partial<Capture>, current: Partial<Capture>): Waterfall {
  const waterfall = buildWaterfall([load(baseline)], [load(current)]);
  if (!waterfall) throw new RangeError('nothing to draw');
  return waterfall;
}

it('joins what is in both loads under its new name, and keeps what is in one of them', () => {
  const { rows } = draw(
    { resources: [file('app.1a2b3c4d.js', 60), file('old.css', 80, { initiatorType: 'link' })] },
    { resources: [file('app.9f8e7d6c.js', 70), file('chart.js', 50)] },
  );
  expect(
    rows.map(({ url, baseline, current }) => [new URL(url).pathname, baseline?.start, current?.start]),
  ).toEqual([
    ['/', 0, 0],
    ['/chart.js', undefined, 50],
    ['/app.9f8e7d6c.js', 60, 70],
    ['/old.css', 80, undefined],
  ]);
  expect(rows[2]?.previousUrl).toBe('http://localhost:8080/app.1a2b3c4d.js');
});

it('divides a fetch into phases, and shows when its script ran', () => {
  const script = { url: 'http://localhost:8080/app.js', startTime: 200, duration: 90, executionStart: 210 };
  const longFrames = [{ startTime: 195, duration: 110, scripts: [script] }];
  const app = draw({}, { longFrames }).rows.find(({ url }) => url.endsWith('/app.js'));
  expect(app?.current).toMatchObject({ start: 60, end: 90, phases: { queue: 2, wait: 18, receive: 10 } });
  expect(app?.current?.executions).toEqual([{ start: 210, end: 290 }]);
  expect(app?.baseline?.executions).toEqual([]);
});

it('says nothing of phases and size that the server hides', () => {
  const hidden = createCapturedResource({
    url: 'https://cdn.test/tag.js',
    requestStart: undefined,
    responseStart: undefined,
    transferSize: 0,
    encodedSize: 0,
    decodedSize: 0,
    status: 0,
  });
  const tag = draw({}, { resources: [hidden] }).rows.find(({ party }) => party === 'third');
  expect(tag?.current).toMatchObject({ delivery: 'restricted' });
  expect(tag?.current).not.toHaveProperty('phases');
  expect(tag?.current).not.toHaveProperty('transferSize');
});

it('ends with the last moment of either load, and leaves out what came after settle', () => {
  const late = file('poll.json', 5_000, { initiatorType: 'fetch' });
  const waterfall = draw({ settledAt: 1301, resources: [late] }, {});
  expect(waterfall.rows.some(({ url }) => url.endsWith('poll.json'))).toBe(false);
  expect(waterfall.end).toBe(301);
  expect(waterfall.milestones.map(({ metric }) => metric)).toEqual([
    'timeToFirstByte',
    'firstContentfulPaint',
    'largestContentfulPaint',
    'domContentLoaded',
    'load',
  ]);
});

it('bounds the rows of an endless page and counts the rest', () => {
  const resources = Array.from({ length: 2_500 }, (_, n) =>
    file(`tile-${n}.png`, 60, { initiatorType: 'img' }),
  );
  const { rows, omitted } = draw({ resources: [] }, { resources });
  expect(rows).toHaveLength(2_000);
  expect(omitted).toBe(501);
});

it('draws nothing without a load on each side', () => {
  expect(buildWaterfall([], [load()])).toBeUndefined();
  expect(buildWaterfall([load()], [])).toBeUndefined();
});

it('shows the load that is most like all of its side', () => {
  const withLcp = (value: number): Snapshot =>
    load({ vitals: { largestContentfulPaint: { value }, firstContentfulPaint: { value: 180 } } });
  const typical = withLcp(250);
  expect(selectTypicalLoad([withLcp(240), withLcp(900), typical])).toBe(typical);
  expect(selectTypicalLoad([])).toBeUndefined();
});
