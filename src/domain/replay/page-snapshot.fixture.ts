import { buildSnapshot } from '../build-snapshot.ts';
import type { Capture, CapturedResource } from '../capture.ts';
import { createCapture } from '../capture.fixture.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Interaction, PageSpec, ResourceSpec } from './page-spec.fixture.ts';
import {
  type Fetched,
  type Jitter,
  type MainThreadTask,
  simulatePage,
  type Timeline,
} from './simulate-page.fixture.ts';

export const ORIGIN = 'https://shop.test';

const HEADERS = 300;
const LONG_FRAME = 50;

/** Simulates one load of a page and returns it as the extension would have stored it. `seed` adds noise. */
export function loadPage(page: PageSpec, seed?: number): Snapshot {
  const jitter = seed === undefined ? undefined : createJitter(seed);
  return buildSnapshot(captureOf(page, simulatePage(page, jitter)));
}

/** Several loads of a page, each with its own noise. */
export function loadPages(page: PageSpec, count: number, seed: number): Snapshot[] {
  return Array.from({ length: count }, (_, i) => loadPage(page, seed * 1000 + i));
}

/** Noise of a quiet machine: some 6 % of each duration, now and then three times that. */
function createJitter(seed: number): Jitter {
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < 5; i++) random();
  return (duration) => {
    const spread = random() < 0.05 ? 0.2 : 0.06;
    return duration * Math.max(0.5, 1 + spread * (random() + random() + random() - 1.5) * 2);
  };
}

function captureOf(page: PageSpec, timeline: Timeline): Capture {
  const { moments } = timeline;
  const settledAt = Math.max(moments.load, moments.busy) + 500;
  const layoutShifts = listShifts(page, timeline);
  const shifted = layoutShifts.reduce((sum, { value }) => sum + value, 0);
  return createCapture({
    url: `${ORIGIN}/`,
    navigation: navigationOf(page, timeline),
    settledAt,
    vitals: {
      timeToFirstByte: { value: timeline.document.response },
      firstContentfulPaint: { value: moments.firstPaint },
      largestContentfulPaint: {
        value: moments.largestPaint,
        target: page.largest.target,
        ...(page.largest.url && { url: urlOf(page.largest.url) }),
      },
      cumulativeLayoutShift: { value: shifted },
      ...(page.interaction && { interactionToNextPaint: interactionOf(page.interaction) }),
    },
    resources: timeline.fetched.map(captureResource),
    longTasks: timeline.tasks.filter(isLong).map(({ start, duration }) => ({ startTime: start, duration })),
    longFrames: timeline.tasks.filter(isLong).map(frameOf),
    layoutShifts,
    document: {
      elements: page.elements,
      inlineScripts: page.inline > 0 ? 1 : 0,
      scripts: page.resources
        .filter(({ mode, path, after }) => mode && !after && /\.m?js$/.test(path))
        .map(scriptOf),
    },
  });
}

function navigationOf(page: PageSpec, { document, moments }: Timeline): Capture['navigation'] {
  return {
    kind: 'reload',
    ...(page.redirect > 0 && { redirectStart: 0.1, redirectEnd: page.redirect, redirectCount: 1 }),
    fetchStart: page.redirect + 1,
    domainLookupStart: page.redirect + 2,
    domainLookupEnd: page.redirect + 2,
    connectStart: page.redirect + 2,
    connectEnd: document.request,
    requestStart: document.request,
    responseStart: document.response,
    responseEnd: document.end,
    domInteractive: moments.interactive,
    domContentLoaded: moments.contentLoaded,
    domComplete: moments.load,
    load: moments.load,
    transferSize: page.size + HEADERS,
    encodedSize: page.size,
    decodedSize: page.size * 4,
    status: 200,
    contentType: 'text/html',
  };
}

function captureResource({ spec, start, request, response, end }: Fetched): CapturedResource {
  return {
    url: urlOf(spec.path),
    initiatorType: initiatorOf(spec),
    startTime: start,
    fetchStart: start,
    ...(spec.connect && {
      connectStart: request - spec.connect,
      secureConnectionStart: request - spec.connect / 2,
      connectEnd: request,
    }),
    requestStart: request,
    responseStart: response,
    responseEnd: end,
    transferSize: spec.cached ? 0 : spec.size + HEADERS,
    encodedSize: spec.size,
    decodedSize: spec.decoded ?? spec.size,
    status: 200,
    ...(spec.cached && { deliveryType: 'cache' }),
    renderBlocking: spec.mode === 'blocking',
  };
}

function interactionOf({ script, ...parts }: Interaction): Capture['vitals']['interactionToNextPaint'] {
  const value = parts.inputDelay + parts.processingDuration + parts.presentationDelay;
  const longestScript = script && { url: urlOf(script), startTime: 5000, duration: parts.processingDuration };
  return { value, interactionTime: 5000, ...parts, ...(longestScript && { longestScript }) };
}

function initiatorOf({ path, after }: ResourceSpec): string {
  if (path.includes('/api/')) return 'fetch';
  if (/\.m?js$/.test(path)) return 'script';
  if (path.endsWith('.css')) return 'link';
  return after?.endsWith('.css') ? 'css' : 'img';
}

function scriptOf({ path, mode }: ResourceSpec): Capture['document']['scripts'][number] {
  const flags = { async: mode === 'async', defer: mode === 'deferred', module: false };
  return { url: urlOf(path), ...flags, inHead: true };
}

function isLong({ duration }: MainThreadTask): boolean {
  return duration >= LONG_FRAME;
}

function frameOf({ start, duration, kind, script }: MainThreadTask): Capture['longFrames'][number] {
  const frame = { startTime: start, duration, blockingDuration: duration - LONG_FRAME };
  if (kind === 'layout') return { ...frame, styleAndLayoutStart: start, scripts: [] };
  if (kind === 'parse') return { ...frame, scripts: [] };
  const url = script ? urlOf(script) : `${ORIGIN}/`;
  const invokerType = kind === 'callback' ? 'user-callback' : 'classic-script';
  const invoker = kind === 'callback' ? 'TimerHandler:setTimeout' : url;
  return { ...frame, scripts: [{ url, invoker, invokerType, startTime: start, duration }] };
}

function listShifts({ shifts }: PageSpec, { fetched }: Timeline): Capture['layoutShifts'] {
  return shifts.map(({ after, value, target }) => {
    const trigger = fetched.find(({ spec }) => spec.path === after);
    return { startTime: (trigger?.executed ?? 0) + 12, value, sources: [{ target, movedArea: 40_000 }] };
  });
}

function urlOf(path: string): string {
  return path.startsWith('/') ? ORIGIN + path : path;
}
