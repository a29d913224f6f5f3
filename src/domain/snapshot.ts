import * as v from 'valibot';
import {
  capturedResourceSchema,
  captureSchema,
  documentFactsSchema,
  droppedSchema,
  environmentSchema,
  navigationSchema,
  vitalsSchema,
} from './capture.ts';
import {
  MAX_BYTES,
  MAX_RESOURCES,
  MAX_INITIATOR_SCRIPTS,
  MAX_TEXT_LENGTH,
  MAX_URL_LENGTH,
} from './limits.ts';
import { redactUrl } from './page.ts';
import { METRIC_NAMES, type MetricName } from './metric.ts';

/**
 * A snapshot is what one visit measured, after the worker has parsed, redacted and classified the captures of it.
 * It is what is stored, exported, imported and compared. Immutable once `stage` is "final".
 */
export const RESOURCE_TYPES = [
  'document',
  'script',
  'stylesheet',
  'image',
  'font',
  'fetch',
  'media',
  'other',
] as const;

export const PARTIES = ['first', 'third'] as const;

/**
 * Where the bytes came from: the network; the HTTP cache; the network for headers only (304); a service worker; or
 * restricted, when a cross-origin server sends no Timing-Allow-Origin and sizes and phases are hidden, not zero.
 */
export const DELIVERIES = ['network', 'cache', 'revalidated', 'worker', 'restricted'] as const;

/** Why a visit is shown but does not enter statistics. */
export const EXCLUSIONS = [
  'hidden',
  'mixed-cache',
  'cache-disabled',
  'error-page',
  'late',
  'incomplete',
  'development-build',
  'other-extension',
  'machine-busy',
  'unattributed-work',
] as const;

const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH));
const url = v.pipe(v.string(), v.maxLength(MAX_URL_LENGTH));

/** What DevTools' own network log adds to a resource while DevTools is open. */
export const networkLogSchema = v.object({
  initiatorType: v.optional(text),
  initiatorUrl: v.optional(url),
  /** Scripts in the initiating stack, innermost first. */
  initiatorStack: v.optional(v.pipe(v.array(url), v.maxLength(MAX_INITIATOR_SCRIPTS))),
  priority: v.optional(text),
  connection: v.optional(text),
  fromCache: v.optional(text),
  /** It was sent past every cache, as DevTools' "Disable cache" and a hard reload have it. */
  bypassesCache: v.optional(v.boolean()),
  transferSize: v.optional(size),
});

export const resourceSchema = v.object({
  ...capturedResourceSchema.entries,
  type: v.picklist(RESOURCE_TYPES),
  party: v.picklist(PARTIES),
  delivery: v.picklist(DELIVERIES),
  networkLog: v.optional(networkLogSchema),
});

export const resourceTotalSchema = v.object({
  type: v.picklist(RESOURCE_TYPES),
  party: v.picklist(PARTIES),
  requests: size,
  transferSize: size,
  decodedSize: size,
  /** Requests whose size the browser hides; the sizes above are lower bounds when this is not 0. */
  restricted: size,
});

const metricValue = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_BYTES)));

export const metricValuesSchema = v.object(
  Object.fromEntries(METRIC_NAMES.map((name) => [name, metricValue])) as Record<
    MetricName,
    typeof metricValue
  >,
);

export const snapshotSchema = v.object({
  version: v.literal(1),
  visitId: captureSchema.entries.visitId,
  revision: captureSchema.entries.revision,
  stage: captureSchema.entries.stage,
  /** Redacted: no query, fragment or userinfo. */
  url: v.pipe(
    captureSchema.entries.url,
    v.check((url) => redactUrl(url) === url, 'aRedactedUrl'),
  ),
  startedAt: captureSchema.entries.startedAt,
  navigation: navigationSchema,
  settledAt: captureSchema.entries.settledAt,
  metrics: metricValuesSchema,
  vitals: vitalsSchema,
  /** The document first, then every resource in the order it was reported. */
  resources: v.pipe(v.array(resourceSchema), v.maxLength(MAX_RESOURCES + 1)),
  /** Sums up to settle, by type and party, exact even when `resources` was cut. */
  totals: v.pipe(v.array(resourceTotalSchema), v.maxLength(RESOURCE_TYPES.length * PARTIES.length)),
  overflow: captureSchema.entries.overflow,
  longTasks: captureSchema.entries.longTasks,
  longFrames: captureSchema.entries.longFrames,
  userTimings: captureSchema.entries.userTimings,
  layoutShifts: captureSchema.entries.layoutShifts,
  document: documentFactsSchema,
  environment: environmentSchema,
  hidden: v.boolean(),
  late: v.boolean(),
  softNavigations: v.boolean(),
  /** The browser had just been started: nothing had been measured since. Absent: it had not, or that is not known. */
  afterBrowserStart: v.optional(v.boolean()),
  dropped: droppedSchema,
  cost: captureSchema.entries.cost,
  /**
   * Share of the processor that was busy just before the visit began, as the worker knows it; pages cannot say. Absent
   * where nobody looked.
   */
  busy: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;
export type Resource = v.InferOutput<typeof resourceSchema>;
export type NetworkLog = v.InferOutput<typeof networkLogSchema>;
export type ResourceTotal = v.InferOutput<typeof resourceTotalSchema>;
export type ResourceType = (typeof RESOURCE_TYPES)[number];
export type Party = (typeof PARTIES)[number];
export type Delivery = (typeof DELIVERIES)[number];
export type Exclusion = (typeof EXCLUSIONS)[number];
