import { isDocument } from '../build-snapshot.ts';
import { measurePhases } from '../match/fetch-phases.ts';
import { bodySizeOf } from '../match/pair-cost.ts';
import { transferSizeOf } from '../measure.ts';
import type { Resource, Snapshot } from '../snapshot.ts';
import type { Milliseconds } from '../units.ts';
import { blocksParser, type Load, type LoadNode, type Scheduling, type Span, type Task } from './load.ts';
import { CLOCK_SLACK } from './tuning.ts';

type Draft = { -readonly [Key in keyof LoadNode]: LoadNode[Key] };

/**
 * The offset of the document's own fetch from which redirects are assumed when the browser hides them (another origin
 * redirected here): starting a navigation takes less.
 */
const HIDDEN_REDIRECT: Milliseconds = 60;

/** Prepares a snapshot for replay. Extension and data URLs, and entries that never ended, are left out. */
export function prepareLoad(snapshot: Snapshot): Load {
  const redirect = measureRedirect(snapshot.navigation);
  const document = draftDocument(snapshot, redirect);
  const scheduling = readScheduling(snapshot);
  const drafts = snapshot.resources
    .filter((resource) => !isDocument(resource) && resource.responseEnd >= resource.startTime)
    .sort((a, b) => a.startTime - b.startTime)
    .map((resource) => draftResource(resource, scheduling.get(resource.url) ?? 'unknown'))
    .filter(({ host }) => host !== '');
  clearLateBlocking(drafts, snapshot.metrics.firstContentfulPaint);
  const nodes: [Draft, ...Draft[]] = [document, ...drafts];
  const byUrl = groupByUrl(nodes);
  const tasks = snapshot.longFrames.flatMap(({ scripts }) =>
    scripts.map((script) => assignTask(script, document, byUrl)),
  );
  const parse = measureParse(document, drafts, snapshot.navigation.domInteractive);
  document.executed = Math.max(document.end, snapshot.navigation.domInteractive ?? 0);
  document.executionStart = document.executed;
  return { snapshot, nodes, byUrl, tasks, layouts: listLayouts(snapshot), redirect, parse };
}

function draftDocument({ navigation, resources, url }: Snapshot, redirect: Milliseconds): Draft {
  const resource = resources.find(isDocument);
  const request = Math.max(navigation.requestStart ?? 0, redirect);
  const response = Math.max(navigation.responseStart ?? request, request);
  const end = Math.max(navigation.responseEnd ?? response, response);
  return {
    ...draftNode(resource, url, { start: 0, request, response, end }),
    type: 'document',
    queue: request - redirect,
    opaque: false,
  };
}

function draftResource(resource: Resource, scheduling: Scheduling): Draft {
  const opaque = !resource.requestStart;
  const start = Math.max(0, resource.startTime);
  const end = Math.max(start, resource.responseEnd);
  const request = opaque ? start : clamp(resource.requestStart ?? start, start, end);
  const response = opaque ? end : clamp(resource.responseStart ?? request, request, end);
  const draft = draftNode(resource, resource.url, { start, request, response, end });
  draft.scheduling = scheduling;
  draft.stalled = opaque ? 0 : (measurePhases(resource)?.queue ?? 0);
  return draft;
}

/**
 * The browser calls a resource blocking by how it was put into the page. One that was only asked for when the first
 * paint was over has not held it.
 */
function clearLateBlocking(drafts: readonly Draft[], firstPaint: Milliseconds | undefined): void {
  if (firstPaint === undefined) return;
  for (const draft of drafts) {
    if (draft.start >= firstPaint) draft.renderBlocking = false;
  }
}

interface Moments {
  readonly start: Milliseconds;
  readonly request: Milliseconds;
  readonly response: Milliseconds;
  readonly end: Milliseconds;
}

/** One literal with every property: thousands of these are made, and copied objects are slow to make and to read. */
function draftNode(
  resource: Resource | undefined,
  url: string,
  { start, request, response, end }: Moments,
): Draft {
  return {
    resource,
    url,
    host: hostOf(url),
    type: resource?.type ?? 'other',
    start,
    request,
    response,
    end,
    queue: request - start,
    stalled: 0,
    server: response - request,
    download: end - response,
    opaque: !resource?.requestStart,
    cached: resource?.delivery === 'cache',
    bodySize: resource ? bodySizeOf(resource) : 0,
    decodedSize: resource?.decodedSize ?? 0,
    transferSize: (resource && transferSizeOf(resource)) ?? 0,
    renderBlocking: resource?.renderBlocking ?? false,
    scheduling: 'unknown',
    executionStart: end,
    execution: 0,
    executed: end,
    mainThread: 0,
  };
}

/**
 * Empty for what is not fetched over HTTP. Stored URLs are normalized already, with a slash behind the host: parsing
 * thousands of them again, or matching a pattern, would take as long as a good part of the comparison.
 */
function hostOf(url: string): string {
  if (!url.startsWith('http://') && !url.startsWith('https://')) return '';
  const start = url.indexOf('//') + 2;
  const end = url.indexOf('/', start);
  return url.slice(start, end < 0 ? url.length : end);
}

function groupByUrl(nodes: readonly Draft[]): Map<string, Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const node of nodes) {
    const group = groups.get(node.url);
    if (group) group.push(node);
    else groups.set(node.url, [node]);
  }
  return groups;
}

/** Gives a script's frame entry to its resource. Consecutive top-level entries of one script are one execution. */
function assignTask(
  script: Snapshot['longFrames'][number]['scripts'][number],
  document: Draft,
  byUrl: ReadonlyMap<string, Draft[]>,
): Task {
  const source = script.url || script.invoker || '';
  const [node] = byUrl.get(source) ?? byUrl.get(script.invoker ?? '') ?? [];
  const task = { start: script.startTime, duration: script.duration, node, source };
  if (!node || node === document) return task;
  node.mainThread += script.duration;
  const isTopLevel = script.invokerType?.endsWith('-script') ?? false;
  const continues = node.execution === 0 || script.startTime <= node.executed + CLOCK_SLACK;
  if (isTopLevel && continues) {
    if (node.execution === 0) node.executionStart = Math.max(script.startTime, node.end);
    node.executed = Math.max(node.executionStart, script.startTime + script.duration);
    node.execution = node.executed - node.executionStart;
  }
  return task;
}

function readScheduling({ document }: Snapshot): Map<string, Scheduling> {
  return new Map(
    document.scripts.map((script) => {
      const deferred = script.defer || script.module;
      return [script.url, script.async ? 'async' : deferred ? 'deferred' : 'blocking'];
    }),
  );
}

/** Time from the end of the document and of the scripts the parser waited for, until the DOM was complete. */
function measureParse(
  document: Draft,
  resources: readonly Draft[],
  domInteractive: Milliseconds | undefined,
): Milliseconds {
  if (domInteractive === undefined) return 0;
  const waited = resources.filter((node) => blocksParser(node) && node.executed <= domInteractive + 2);
  const ready = waited.reduce((latest, node) => Math.max(latest, node.executed), document.end);
  return Math.max(0, domInteractive - ready);
}

function measureRedirect({ redirectStart, redirectEnd, fetchStart }: Snapshot['navigation']): Milliseconds {
  if (redirectEnd) return Math.max(0, redirectEnd - (redirectStart ?? 0));
  return fetchStart !== undefined && fetchStart > HIDDEN_REDIRECT ? fetchStart : 0;
}

function listLayouts({ longFrames }: Snapshot): Span[] {
  return longFrames.flatMap(({ startTime, duration, styleAndLayoutStart }) =>
    styleAndLayoutStart ? [{ start: styleAndLayoutStart, end: startTime + duration }] : [],
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
