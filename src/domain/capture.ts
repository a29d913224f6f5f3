import * as v from 'valibot';
import * as limits from './limits.ts';

/**
 * A capture is what a content script reports of one visit, in the browser's own terms. It comes from a process that
 * a hostile page may control: nothing in it is believed before `captureSchema` has parsed it.
 *
 * All moments are milliseconds since the start of the visit (navigation start, activation of a prerendered page,
 * restore from the back/forward cache, or the interaction that began a soft navigation). Absent means not measured.
 *
 * Resources are sent once: revision n carries the entries from `resourceOffset` on, the earlier ones were
 * acknowledged with earlier revisions. Everything else is sent whole and replaces what came before.
 */
const moment = v.pipe(v.number(), v.minValue(-limits.MAX_MILLISECONDS), v.maxValue(limits.MAX_MILLISECONDS));
const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(limits.MAX_MILLISECONDS));
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.MAX_BYTES));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
const text = v.pipe(v.string(), v.maxLength(limits.MAX_TEXT_LENGTH));
const url = v.pipe(v.string(), v.maxLength(limits.MAX_URL_LENGTH));

const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));

export const NAVIGATION_KINDS = [
  'navigate',
  'reload',
  'back-forward',
  'back-forward-cache',
  'prerender',
  'restore',
  'soft-navigation',
] as const;

const serverTimingSchema = v.object({
  name: text,
  duration: v.optional(duration),
  description: v.optional(text),
});

/** Phases of a fetch as Resource Timing names them. All but the ends are absent when the server forbids them. */
export const fetchTimingEntries = {
  redirectStart: v.optional(moment),
  redirectEnd: v.optional(moment),
  workerStart: v.optional(moment),
  fetchStart: v.optional(moment),
  domainLookupStart: v.optional(moment),
  domainLookupEnd: v.optional(moment),
  connectStart: v.optional(moment),
  secureConnectionStart: v.optional(moment),
  connectEnd: v.optional(moment),
  requestStart: v.optional(moment),
  interimResponseStart: v.optional(moment),
  responseStart: v.optional(moment),
};

const deliveryEntries = {
  transferSize: v.optional(bytes),
  encodedSize: v.optional(bytes),
  decodedSize: v.optional(bytes),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999))),
  protocol: v.optional(text),
  contentType: v.optional(text),
  /** `PerformanceResourceTiming.deliveryType`: "cache", "navigational-prefetch" or empty. */
  deliveryType: v.optional(text),
  serverTiming: v.optional(list(serverTimingSchema, limits.MAX_SERVER_TIMINGS)),
};

export const capturedResourceSchema = v.object({
  url,
  initiatorType: text,
  startTime: moment,
  ...fetchTimingEntries,
  responseEnd: moment,
  ...deliveryEntries,
  renderBlocking: v.optional(v.boolean()),
});

export const navigationSchema = v.object({
  kind: v.picklist(NAVIGATION_KINDS),
  ...fetchTimingEntries,
  responseEnd: v.optional(moment),
  redirectCount: v.optional(count),
  /** Milestones that a prerendered page passed before its activation are 0. */
  domInteractive: v.optional(duration),
  domContentLoaded: v.optional(duration),
  domComplete: v.optional(duration),
  load: v.optional(duration),
  ...deliveryEntries,
});

const attributedScriptSchema = v.object({
  url: v.optional(url),
  functionName: v.optional(text),
  /** Offset in the script's source, for "open in Sources". */
  charPosition: v.optional(count),
  invoker: v.optional(text),
  invokerType: v.optional(text),
  startTime: moment,
  executionStart: v.optional(moment),
  duration,
  forcedStyleAndLayout: v.optional(duration),
});

export const longFrameSchema = v.object({
  startTime: moment,
  duration,
  blockingDuration: v.optional(duration),
  renderStart: v.optional(moment),
  styleAndLayoutStart: v.optional(moment),
  scripts: list(attributedScriptSchema, limits.MAX_SCRIPTS_PER_FRAME),
});

const longTaskSchema = v.object({ startTime: moment, duration });

const userTimingSchema = v.object({
  name: text,
  kind: v.picklist(['mark', 'measure']),
  startTime: moment,
  duration,
});

const shiftSourceSchema = v.object({
  target: v.optional(text),
  movedArea: v.pipe(v.number(), v.minValue(0), v.maxValue(1e12)),
});

export const layoutShiftSchema = v.object({
  startTime: moment,
  value: v.pipe(v.number(), v.minValue(0), v.maxValue(1e6)),
  sources: list(shiftSourceSchema, limits.MAX_SHIFT_SOURCES),
});

/** The Core Web Vitals as the web-vitals library computes them, with the part of its attribution a cause needs. */
export const vitalsSchema = v.object({
  timeToFirstByte: v.optional(v.object({ value: duration })),
  firstContentfulPaint: v.optional(v.object({ value: duration })),
  largestContentfulPaint: v.optional(
    v.object({
      value: duration,
      target: v.optional(text),
      url: v.optional(url),
      resourceLoadDelay: v.optional(duration),
      resourceLoadDuration: v.optional(duration),
      elementRenderDelay: v.optional(duration),
      lazy: v.optional(v.boolean()),
      fetchPriority: v.optional(text),
    }),
  ),
  cumulativeLayoutShift: v.optional(
    v.object({
      value: v.pipe(v.number(), v.minValue(0), v.maxValue(1e6)),
      target: v.optional(text),
      largestShiftTime: v.optional(moment),
      largestShiftValue: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1e6))),
    }),
  ),
  interactionToNextPaint: v.optional(
    v.object({
      value: duration,
      target: v.optional(text),
      interactionType: v.optional(text),
      interactionTime: v.optional(moment),
      inputDelay: v.optional(duration),
      processingDuration: v.optional(duration),
      presentationDelay: v.optional(duration),
      longestScript: v.optional(attributedScriptSchema),
    }),
  ),
});

export const documentFactsSchema = v.object({
  elements: v.optional(count),
  inlineScripts: v.optional(count),
  scripts: list(
    v.object({ url, async: v.boolean(), defer: v.boolean(), module: v.boolean(), inHead: v.boolean() }),
    limits.MAX_DOCUMENT_SCRIPTS,
  ),
  /** A commit or version the page names in `<meta name="version|commit|build|revision">`. */
  build: v.optional(text),
});

export const environmentSchema = v.object({
  viewportWidth: count,
  viewportHeight: count,
  devicePixelRatio: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  mobile: v.optional(v.boolean()),
  cores: v.optional(count),
  effectiveType: v.optional(text),
  /** Of the network as the browser estimates it, in steps of 50 ms. */
  roundTripTime: v.optional(duration),
  saveData: v.optional(v.boolean()),
});

/**
 * Totals of what is in no message up to this one, so that sums stay exact: by initiator type, because nothing else is
 * told of it. Entries beyond a bound stay here for good; those that only exceeded one message move out as they follow.
 * Requests begun after settle are not included, as no metric counts them.
 */
const overflowSchema = v.record(text, v.object({ count, transferSize: bytes, decodedSize: bytes }));

export const droppedSchema = v.object({
  /** Entries the browser's own buffer lost before we observed. */
  browserBuffer: v.optional(count),
  /** Entries of earlier revisions that never reached us. */
  resources: v.optional(count),
  longTasks: v.optional(count),
  longFrames: v.optional(count),
  userTimings: v.optional(count),
  layoutShifts: v.optional(count),
  /** Scripts beyond the bound of one long frame. */
  frameScripts: v.optional(count),
  documentScripts: v.optional(count),
  /** Requests begun after settle that this capture does not carry. No metric counts them, so nothing is incomplete. */
  resourcesAfterSettle: v.optional(count),
});

export const captureSchema = v.object({
  visitId: v.pipe(v.string(), v.uuid()),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  stage: v.picklist(['provisional', 'update', 'final']),
  url,
  startedAt: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  navigation: navigationSchema,
  /** End of settle: the network and main thread went quiet, or three seconds after load. Absent until then. */
  settledAt: v.optional(moment),
  vitals: vitalsSchema,
  resourceOffset: count,
  resources: list(capturedResourceSchema, limits.MAX_RESOURCES_PER_MESSAGE),
  overflow: v.optional(overflowSchema),
  longTasks: list(longTaskSchema, limits.MAX_LONG_TASKS),
  longFrames: list(longFrameSchema, limits.MAX_LONG_FRAMES),
  userTimings: list(userTimingSchema, limits.MAX_USER_TIMINGS),
  layoutShifts: list(layoutShiftSchema, limits.MAX_LAYOUT_SHIFTS),
  document: documentFactsSchema,
  environment: environmentSchema,
  /** Was the page hidden at any moment before settle ended? */
  hidden: v.boolean(),
  /** Was the collector injected after the page had begun (extension installed or permission given meanwhile)? */
  late: v.boolean(),
  /** Soft navigations were being reported, which ends the first view's vitals at the first of them. */
  softNavigations: v.boolean(),
  dropped: droppedSchema,
  /** What observing this visit cost the page's main thread, and how many bytes were sent for it so far. */
  cost: v.object({ mainThread: duration, bytesSent: bytes }),
});

export type Capture = v.InferOutput<typeof captureSchema>;
export type CapturedResource = v.InferOutput<typeof capturedResourceSchema>;
export type CapturedNavigation = v.InferOutput<typeof navigationSchema>;
export type CapturedVitals = v.InferOutput<typeof vitalsSchema>;
export type LongFrame = v.InferOutput<typeof longFrameSchema>;
export type AttributedScript = v.InferOutput<typeof attributedScriptSchema>;
export type LayoutShift = v.InferOutput<typeof layoutShiftSchema>;
export type DocumentFacts = v.InferOutput<typeof documentFactsSchema>;
export type Environment = v.InferOutput<typeof environmentSchema>;
export type NavigationKind = (typeof NAVIGATION_KINDS)[number];
