import type { Resource, ResourceType, Snapshot } from '../snapshot.ts';
import type { Bytes, Milliseconds } from '../units.ts';

/** When a script runs: parser waits for it; in order after parsing; as soon as it is there; not known. */
export type Scheduling = 'blocking' | 'deferred' | 'async' | 'unknown';

/** A resource of one load with what it cost the network and the main thread. Moments in ms since navigation start. */
export interface LoadNode {
  /** Absent for the document of a visit that fetched none (soft navigation, back/forward cache). */
  readonly resource: Resource | undefined;
  readonly url: string;
  readonly host: string;
  readonly type: ResourceType;
  readonly start: Milliseconds;
  readonly request: Milliseconds;
  readonly response: Milliseconds;
  readonly end: Milliseconds;
  /** start → request → response → end. Of an opaque resource only the sum is known: it stands in `server`. */
  readonly queue: Milliseconds;
  /** The part of `queue` that is neither lookup nor connection: waiting for its turn. */
  readonly stalled: Milliseconds;
  readonly server: Milliseconds;
  readonly download: Milliseconds;
  readonly opaque: boolean;
  readonly cached: boolean;
  readonly bodySize: Bytes;
  readonly decodedSize: Bytes;
  readonly transferSize: Bytes;
  readonly renderBlocking: boolean;
  readonly scheduling: Scheduling;
  /** Top-level execution of a script, end of parsing of the document; zero-length at `end` when never seen. */
  readonly executionStart: Milliseconds;
  readonly execution: Milliseconds;
  readonly executed: Milliseconds;
  /** All main-thread time of the script, callbacks and listeners included, as far as long frames show it. */
  readonly mainThread: Milliseconds;
}

/** A piece of main-thread work inside a long frame. */
export interface Task {
  readonly start: Milliseconds;
  readonly duration: Milliseconds;
  /** The script it belongs to; the document for an inline script; absent when its URL is not among the resources. */
  readonly node: LoadNode | undefined;
  readonly source: string;
}

export interface Span {
  readonly start: Milliseconds;
  readonly end: Milliseconds;
}

/** Milestones that are replayed, each after those that may be among its gates. */
export const MILESTONES = [
  'domInteractive',
  'domContentLoaded',
  'firstContentfulPaint',
  'largestContentfulPaint',
  'load',
] as const;

export type MilestoneName = (typeof MILESTONES)[number];

/** A snapshot prepared for replay. */
export interface Load {
  readonly snapshot: Snapshot;
  /** The document first, then resources by start. */
  readonly nodes: readonly [document: LoadNode, ...resources: LoadNode[]];
  readonly byUrl: ReadonlyMap<string, readonly LoadNode[]>;
  readonly tasks: readonly Task[];
  /** Style and layout work of long frames. */
  readonly layouts: readonly Span[];
  /** Time spent in redirects before the document's own request. */
  readonly redirect: Milliseconds;
  /** Time the parser needed after the document and its blocking scripts were there. */
  readonly parse: Milliseconds;
}

/** A moment in a node's life that something else may wait for. */
export type Point = 'response' | 'end' | 'executed';

export function momentOf(node: LoadNode, point: Point): Milliseconds {
  if (point === 'response') return node.response;
  return point === 'end' ? node.end : node.executed;
}

export function blocksParser(node: LoadNode): boolean {
  return node.type === 'script' && (node.renderBlocking || node.scheduling === 'blocking');
}

export function milestoneOf(load: Load, name: MilestoneName): Milliseconds | undefined {
  return load.snapshot.metrics[name];
}
