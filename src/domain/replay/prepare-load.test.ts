import { expect, test } from 'vitest';
import { buildSnapshot } from '../build-snapshot.ts';
import type { Capture } from '../capture.ts';
import { createCapture, createCapturedResource } from '../capture.fixture.ts';
import { prepareLoad } from './prepare-load.ts';

const APP = 'http://localhost:8080/app.js';

function prepare(overrides: Partial<Capture> = {}) {
  return prepareLoad(buildSnapshot(createCapture(overrides)));
}

function scriptFrame(startTime: number, duration: number, invokerType = 'classic-script') {
  return { startTime, duration, scripts: [{ url: APP, invoker: APP, invokerType, startTime, duration }] };
}

test('phases of a resource add up, and those of an opaque one are one', () => {
  const opaque = { requestStart: 0, responseStart: 0, transferSize: 0, encodedSize: 0 };
  const { nodes } = prepare({
    resources: [
      createCapturedResource({ startTime: 60 }),
      createCapturedResource({ url: 'https://cdn.example/x.js', startTime: 70, responseEnd: 190, ...opaque }),
    ],
  });
  const [document, app, tag] = nodes;
  expect(document).toMatchObject({ type: 'document', queue: 4, server: 36, download: 10, executed: 120 });
  expect(app).toMatchObject({ start: 60, queue: 2, server: 18, download: 10, end: 90, opaque: false });
  expect(tag).toMatchObject({ queue: 0, server: 120, download: 0, opaque: true });
});

test('what is not a network resource, or never ended, is left out', () => {
  const { nodes } = prepare({
    resources: [
      createCapturedResource({ url: 'data:image/png;base64,AAAA' }),
      createCapturedResource({ url: 'chrome-extension://abc/inject.js' }),
      createCapturedResource({ responseEnd: 0 }),
    ],
  });
  expect(nodes).toHaveLength(1);
});

test.each([
  ['told by the browser', { redirectStart: 2, redirectEnd: 182, fetchStart: 182 }, 180],
  ['hidden, from another origin', { fetchStart: 240 }, 240],
  ['none', { fetchStart: 3 }, 0],
])('redirects: %s', (_case, timing, expected) => {
  const { navigation } = createCapture();
  const later = { requestStart: 300, responseStart: 340, responseEnd: 350 };
  expect(prepare({ navigation: { ...navigation, ...later, ...timing } }).redirect).toBe(expected);
});

test('what was asked for after the first paint has not held it, whatever the browser calls it', () => {
  const { nodes } = prepare({
    resources: [
      createCapturedResource({ startTime: 60, renderBlocking: true }),
      createCapturedResource({ url: 'http://localhost:8080/late.css', startTime: 200, renderBlocking: true }),
    ],
  });
  expect(nodes.map(({ renderBlocking }) => renderBlocking)).toEqual([false, true, false]);
});

test('a script runs from its first top-level entry; its callbacks count as its main-thread time only', () => {
  const frames = [scriptFrame(130, 80), scriptFrame(400, 60, 'user-callback')];
  const { nodes, tasks } = prepare({
    resources: [createCapturedResource({ startTime: 60 })],
    longFrames: frames,
  });
  expect(nodes[1]).toMatchObject({ executionStart: 130, execution: 80, executed: 210, mainThread: 140 });
  expect(tasks.map(({ node }) => node)).toEqual([nodes[1], nodes[1]]);
});

test('an inline script is the document’s, an unknown one nobody’s', () => {
  const inline = {
    startTime: 60,
    duration: 70,
    scripts: [
      { url: 'http://localhost:8080/', invokerType: 'classic-script', startTime: 60, duration: 40 },
      { url: 'blob:http://localhost/1', invokerType: 'user-callback', startTime: 100, duration: 30 },
    ],
  };
  const { nodes, tasks } = prepare({ longFrames: [inline] });
  expect(tasks.map(({ node }) => node)).toEqual([nodes[0], undefined]);
  expect(nodes[0].execution).toBe(0);
});

test.each([
  [{ async: false, defer: false, module: false }, 'blocking'],
  [{ async: false, defer: true, module: false }, 'deferred'],
  [{ async: false, defer: false, module: true }, 'deferred'],
  [{ async: true, defer: true, module: false }, 'async'],
])('scheduling %o', (flags, expected) => {
  const { nodes } = prepare({
    resources: [createCapturedResource()],
    document: { scripts: [{ url: APP, inHead: true, ...flags }] },
  });
  expect(nodes[1]?.scheduling).toBe(expected);
});

test('parsing begins when the document and its blocking scripts are there', () => {
  const blocking = createCapturedResource({ startTime: 55, responseEnd: 100, renderBlocking: true });
  expect(prepare({ resources: [blocking] }).parse).toBe(20);
  expect(prepare({ resources: [] }).parse).toBe(70);
});

test('a visit that fetched no document has one that costs nothing', () => {
  const load = prepare({ navigation: { kind: 'soft-navigation' }, resources: [createCapturedResource()] });
  expect(load.nodes[0]).toMatchObject({ resource: undefined, start: 0, end: 0, executed: 0 });
  expect(load.nodes).toHaveLength(2);
});
