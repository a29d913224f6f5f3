import { expect, test } from 'vitest';
import { createPair } from '../causes/pair.ts';
import { buildSnapshot } from '../build-snapshot.ts';
import { createCapture, createCapturedResource } from '../capture.fixture.ts';
import type { Snapshot } from '../snapshot.ts';
import { prepareLoad } from './prepare-load.ts';

const ORIGIN = 'http://localhost:8080';
const HERO = `${ORIGIN}/hero.png`;

/** A page whose style sheet holds the first paint, with an image that is asked for at `start` and takes 55 ms. */
function load({ start, first, largest }: { start: number; first: number; largest: number }): Snapshot {
  const { navigation, vitals } = createCapture();
  const resource = (url: string, times: { startTime: number; responseEnd: number }) =>
    createCapturedResource({
      url,
      initiatorType: url.endsWith('.css') ? 'link' : 'img',
      renderBlocking: url.endsWith('.css'),
      requestStart: times.startTime + 1,
      responseStart: times.responseEnd - 20,
      ...times,
    });
  return buildSnapshot(
    createCapture({
      navigation: { ...navigation, domInteractive: 440, domContentLoaded: 450, load: 700 },
      vitals: {
        ...vitals,
        firstContentfulPaint: { value: first },
        largestContentfulPaint: { value: largest, target: 'main>img', url: HERO },
      },
      resources: [
        resource(`${ORIGIN}/main.css`, { startTime: 80, responseEnd: 415 }),
        resource(HERO, { startTime: start, responseEnd: start + 55 }),
      ],
    }),
  );
}

test('an image that arrived just before the first paint and came on the screen after it was waited for', () => {
  const before = load({ start: 88, first: 484, largest: 484 });
  const after = load({ start: 428, first: 484, largest: 532 });
  const { parts } =
    createPair(prepareLoad(before), prepareLoad(after)).milestones().get('largestContentfulPaint') ?? {};
  expect(parts?.map(({ kind, value }) => [kind, Math.round(value)])).toEqual([['late-discovery', 48]]);
});
