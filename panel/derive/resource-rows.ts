import type { ResourceChange, ResourceDiff } from '../../src/domain/cause.ts';
import { formatDelta, formatValue, type Unit } from '../format.ts';
import { RESOURCE_TYPE_WORDS } from './words.ts';

export const CHANGES = ['added', 'removed', 'resized', 'retimed', 'renamed'] as const;

export type Change = (typeof CHANGES)[number];

export interface ResourceRow {
  readonly key: string;
  readonly changes: readonly Change[];
  readonly url: string;
  /** Path for the page's own resources, host and path for those of others. */
  readonly name: string;
  readonly previousName?: string;
  readonly type: string;
  readonly thirdParty: boolean;
  readonly renderBlocking: boolean;
  readonly size: Transition;
  readonly duration: Transition;
  readonly phase?: string;
}

/** What something was and what it is, each absent when it was not measured or not there. */
export interface Transition {
  readonly before?: string;
  readonly after?: string;
  readonly delta?: string;
  readonly worse: boolean;
}

/** The resource table: one row a resource, whatever changed about it; the largest change in size first, then in time. */
export function deriveResourceRows(diff: ResourceDiff): ResourceRow[] {
  const byUrl = new Map<string, { resource: ResourceChange; changes: readonly Change[] }>();
  for (const change of CHANGES) {
    for (const resource of diff[change]) {
      const known = byUrl.get(resource.url);
      if (known && change !== 'removed') {
        byUrl.set(resource.url, {
          resource: { ...known.resource, ...resource },
          changes: [...known.changes, change],
        });
      } else
        byUrl.set(change === 'removed' ? `removed ${resource.url}` : resource.url, {
          resource,
          changes: [change],
        });
    }
  }
  return [...byUrl.entries()]
    .sort(
      ([, a], [, b]) =>
        weightOf(b.resource) - weightOf(a.resource) || timeOf(b.resource) - timeOf(a.resource),
    )
    .map(([key, { resource, changes }]) => rowOf(key, resource, changes));
}

/** How many resources each kind of change concerns. */
export function countChanges(diff: ResourceDiff): Readonly<Record<Change, number>> {
  return Object.fromEntries(CHANGES.map((change) => [change, diff[change].length])) as Record<Change, number>;
}

function rowOf(key: string, resource: ResourceChange, changes: readonly Change[]): ResourceRow {
  const { type, party, renderBlocking, previousUrl, phase } = resource;
  return {
    key,
    changes,
    url: resource.url,
    name: shorten(resource.url, party),
    ...(previousUrl !== undefined && { previousName: shorten(previousUrl, party) }),
    type: RESOURCE_TYPE_WORDS[type],
    thirdParty: party === 'third',
    renderBlocking,
    size: transition(resource.transferSize, 'bytes'),
    duration: transition(resource.duration, 'ms'),
    ...(phase !== undefined && { phase }),
  };
}

function transition({ baseline, current }: { baseline?: number; current?: number }, unit: Unit): Transition {
  const delta = baseline !== undefined && current !== undefined ? current - baseline : undefined;
  return {
    ...(baseline !== undefined && { before: formatValue(baseline, unit) }),
    ...(current !== undefined && { after: formatValue(current, unit) }),
    ...(delta !== undefined && { delta: formatDelta(delta, unit) }),
    worse: (delta ?? (baseline === undefined ? (current ?? 0) : 0)) > 0,
  };
}

function shorten(url: string, party: ResourceChange['party']): string {
  const match = /^https?:\/\/([^/]*)(.*)$/.exec(url);
  if (!match) return url;
  const [, host = '', path = ''] = match;
  return party === 'first' ? path || '/' : host + path;
}

function weightOf({ transferSize: { baseline = 0, current = 0 } }: ResourceChange): number {
  return Math.abs(current - baseline);
}

function timeOf({ duration: { baseline = 0, current = 0 } }: ResourceChange): number {
  return Math.abs(current - baseline);
}
