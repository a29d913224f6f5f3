import { expect, test } from 'vitest';
import { createPair } from '../causes/pair.ts';
import { buildSnapshot } from '../build-snapshot.ts';
import { createCapture, createCapturedResource } from '../capture.fixture.ts';
import type { Snapshot } from '../snapshot.ts';
import { prepareLoad } from './prepare-load.ts';

interface Painted {
  readonly sheet: number;
  /** When a blocking script has arrived; absent where there is none. */
  readonly script?: number;
  readonly paint: number;
  /** Start of a task of 150 ms, of nobody that is known. */
  readonly task?: number;
}

function load({ sheet, script, paint, task }: Painted): Snapshot {
  const { navigation, vitals } = createCapture();
  const arrive = (name: string, initiatorType: string, responseEnd: number) =>
    createCapturedResource({
      url: `http://localhost:8080/${name}`,
      initiatorType,
      renderBlocking: true,
      startTime: 60,
      requestStart: 62,
      responseStart: responseEnd - 5,
      responseEnd,
    });
  const span = task === undefined ? undefined : { startTime: task, duration: 150 };
  return buildSnapshot(
    createCapture({
      navigation: { ...navigation, domInteractive: paint, domContentLoaded: paint + 5, load: paint + 300 },
      vitals: { ...vitals, firstContentfulPaint: { value: paint }, largestContentfulPaint: { value: paint } },
      resources: [
        arrive('main.css', 'link', sheet),
        ...(script === undefined ? [] : [arrive('consent.js', 'script', script)]),
      ],
      longFrames: span
        ? [
            {
              ...span,
              blockingDuration: 100,
              scripts: [{ ...span, url: 'inline', invokerType: 'user-callback' }],
            },
          ]
        : [],
    }),
  );
}

/** What the first paint's change owes to the script that was added, in ms. */
function shareOfScript(before: Painted, after: Painted): number {
  const pair = createPair(prepareLoad(load(before)), prepareLoad(load(after)));
  const { parts = [] } = pair.milestones().get('firstContentfulPaint') ?? {};
  return Math.round(parts.find(({ kind }) => kind === 'added-resource')?.value ?? 0);
}

const WITH_SCRIPT: Painted = { sheet: 200, script: 700, paint: 730 };

test.each<[string, Painted, Painted, number]>([
  ['is not added to the gate behind which it passed', { sheet: 200, paint: 450 }, WITH_SCRIPT, 280],
  [
    'is as long as it was where there was no time to pass it',
    { sheet: 200, paint: 450 },
    { ...WITH_SCRIPT, script: 215, paint: 245 },
    15,
  ],
  ['goes with a gate that has come earlier itself', { sheet: 600, paint: 850 }, WITH_SCRIPT, 300],
  [
    'is none where work took the time that was not done elsewhere',
    { sheet: 200, paint: 450, task: 220 },
    WITH_SCRIPT,
    500,
  ],
])('a wait %s', (_case, before, after, share) => {
  expect(shareOfScript(before, after)).toBe(share);
});
