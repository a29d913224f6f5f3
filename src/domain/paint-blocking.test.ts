import { expect, it } from 'vitest';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import { classifyPaintBlocking } from './paint-blocking.ts';

it.each([
  [{ renderBlocking: true, responseEnd: 180 }, 180, 'preceded-paint'],
  [{ renderBlocking: true, responseEnd: 181 }, 180, 'followed-paint'],
  [{ renderBlocking: false, responseEnd: 90 }, 180, undefined],
  [{ renderBlocking: undefined, responseEnd: 90 }, 180, undefined],
  [{ renderBlocking: true, responseEnd: 90 }, undefined, undefined],
])('of %j and a paint at %s it says %s', (change, paint, expected) => {
  const vitals = paint === undefined ? {} : { firstContentfulPaint: { value: paint } };
  const snapshot = buildSnapshot(createCapture({ vitals, resources: [createCapturedResource(change)] }));
  expect(classifyPaintBlocking(snapshot.resources[1]!, snapshot)).toBe(expected);
});
