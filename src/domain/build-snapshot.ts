import type { Capture, CapturedResource } from './capture.ts';
import { classifyDelivery } from './delivery.ts';
import { isDevelopmentBuild } from './development-build.ts';
import { MAX_RESOURCES } from './limits.ts';
import { measureMetrics, sumResources } from './measure.ts';
import { classifyParty } from './party.ts';
import type { KeptQuery } from './page.ts';
import { isMachineBusy } from './processor-guard.ts';
import { redactCapture } from './redact-capture.ts';
import { classifyResource } from './resource-type.ts';
import type { Exclusion, Resource, Snapshot } from './snapshot.ts';
import { hasUnattributedWork } from './unattributed-work.ts';
import type { CacheState } from './cohort.ts';
import type { Ratio } from './units.ts';

/** What is known of a visit that its capture cannot tell. */
export interface SnapshotCircumstances {
  /** What stays of the resources' queries; nothing when absent. */
  readonly query?: KeptQuery | undefined;
  /** The first load after the browser was started. */
  readonly afterBrowserStart?: boolean | undefined;
  /** Share of the processor that was busy before the visit began. */
  readonly busy?: Ratio | undefined;
}

/**
 * Turns a parsed capture into the snapshot that is stored: URLs redacted, resources classified, metrics measured.
 * `previous` is the stored snapshot of the same visit's earlier revision, whose resources this one continues;
 * what that knows of the visit's beginning stands.
 * Entries that should have come before and did not are counted in `dropped.resources`.
 */
export function buildSnapshot(
  raw: Capture,
  previous?: Snapshot,
  circumstances: SnapshotCircumstances = {},
): Snapshot {
  const capture = redactCapture(raw, circumstances.query);
  const afterBrowserStart = previous?.afterBrowserStart ?? circumstances.afterBrowserStart;
  const busy = previous?.busy ?? circumstances.busy;
  const earlier = previous ? previous.resources.filter((resource) => !isDocument(resource)) : [];
  const kept = earlier.slice(0, capture.resourceOffset);
  const missing = capture.resourceOffset - kept.length;
  const fresh = capture.resources.map((resource, index) =>
    inheritLog(classify(resource, capture.url), earlier[capture.resourceOffset + index]),
  );
  const document = documentOf(capture).map((resource) => inheritLog(resource, previous?.resources[0]));
  const resources = [...document, ...kept, ...fresh].slice(0, MAX_RESOURCES + 1);
  const totals = sumResources(resources, capture.overflow, capture.settledAt);
  const { resourceOffset: _offset, resources: _resources, ...rest } = capture;
  return {
    ...rest,
    version: 1,
    ...(afterBrowserStart && { afterBrowserStart }),
    dropped: missing > 0 ? { ...capture.dropped, resources: missing } : capture.dropped,
    metrics: measureMetrics(capture, totals),
    resources,
    totals,
    ...(busy !== undefined && { busy }),
  };
}

/** Why this visit is shown but not judged; empty when it may enter statistics. */
export function listExclusions(snapshot: Snapshot, cache: CacheState): Exclusion[] {
  const { dropped } = snapshot;
  const incomplete =
    snapshot.settledAt === undefined || Boolean(dropped.browserBuffer) || Boolean(dropped.resources);
  const reasons: [Exclusion, boolean][] = [
    ['hidden', snapshot.hidden],
    ['late', snapshot.late],
    ['incomplete', incomplete],
    ['mixed-cache', cache === 'mixed'],
    ['cache-disabled', isCacheDisabled(snapshot)],
    ['error-page', (snapshot.navigation.status ?? 0) >= 400],
    ['development-build', isDevelopmentBuild(snapshot)],
    ['other-extension', isTouchedByExtension(snapshot)],
    ['machine-busy', isMachineBusy(snapshot.busy)],
    ['unattributed-work', hasUnattributedWork(snapshot)],
  ];
  return reasons.filter(([, applies]) => applies).map(([reason]) => reason);
}

/**
 * The document itself was asked for past the caches. Users never load so: what they have in their caches is asked for
 * anew, over connections that are already open.
 */
function isCacheDisabled({ resources }: Snapshot): boolean {
  return resources.some((resource) => isDocument(resource) && resource.networkLog?.bypassesCache);
}

/** What DevTools added to a resource of the earlier revision stays with it: DevTools may have forgotten it since. */
function inheritLog(resource: Resource, earlier: Resource | undefined): Resource {
  const isSame = earlier?.url === resource.url && earlier.startTime === resource.startTime;
  return isSame && earlier.networkLog ? { ...resource, networkLog: earlier.networkLog } : resource;
}

/**
 * Another extension has added files to the page or run scripts in long frames of it. Ours does neither. Of such URLs
 * the scheme alone is kept.
 */
function isTouchedByExtension({ resources, longFrames }: Snapshot): boolean {
  const scripts = longFrames.flatMap((frame) => frame.scripts);
  return [...resources, ...scripts].some(({ url = '' }) => /^[a-z-]+-extension:/.test(url));
}

export function isDocument(resource: Resource): boolean {
  return resource.initiatorType === 'navigation';
}

/** A soft navigation and a restore from the back/forward cache fetch no document. */
function documentOf(capture: Capture): Resource[] {
  const {
    kind,
    redirectCount: _c,
    domInteractive: _i,
    domContentLoaded: _d,
    domComplete: _e,
    load: _l,
    ...timing
  } = capture.navigation;
  if (kind === 'soft-navigation' || kind === 'back-forward-cache' || timing.responseEnd === undefined)
    return [];
  const document = {
    ...timing,
    url: capture.url,
    initiatorType: 'navigation',
    // A prerendered document was fetched before its visit began.
    startTime: Math.min(0, timing.fetchStart ?? 0),
    responseEnd: timing.responseEnd,
  };
  return [classify(document, capture.url)];
}

function classify(resource: CapturedResource, documentUrl: string): Resource {
  return {
    ...resource,
    type: classifyResource(resource),
    party: classifyParty(resource.url, documentUrl),
    delivery: classifyDelivery(resource),
  };
}
