import type { ResourceChange, ResourceDiff } from '../../src/domain/cause.ts';
import { gatherSmall } from '../../src/domain/match/gather-small.ts';
import type { ResourceType } from '../../src/domain/snapshot.ts';
import { formatCount, formatDelta, formatValue, type Unit } from '../format.ts';
import { text, textOfCount } from '../text.ts';
import { type NamedResource, nameResource } from './selection.ts';
import { inSentence, PHASE_WORDS, RESOURCE_TYPE_WORDS } from './words.ts';

export const CHANGES = ['added', 'removed', 'resized', 'retimed', 'renamed'] as const;

export type Change = (typeof CHANGES)[number];

export interface ResourceRow {
  readonly key: string;
  readonly changes: readonly Change[];
  readonly url: string;
  /** Path for the page's own resources, host and path for those of others; "12 small images" for a sum. */
  readonly name: string;
  readonly resource: NamedResource;
  readonly type: ResourceType;
  readonly thirdParty: boolean;
  /** "render-blocking", "third party", "12 requests", "was /app.1.js". */
  readonly marks: readonly string[];
  /** What a filter by text looks at. */
  readonly texts: readonly string[];
  readonly size: Transition;
  readonly duration: Transition;
  /** "wait 40 ms → 480 ms", the phase that changed most. */
  readonly phase: string | undefined;
  readonly isSum: boolean;
}

/** What something was and what it is, each absent when it was not measured or not there. */
export interface Transition {
  readonly before?: string;
  readonly after?: string;
  readonly delta?: string;
  readonly worse: boolean;
}

interface Entry {
  readonly key: string;
  readonly resource: ResourceChange;
  readonly changes: readonly Change[];
  readonly members?: readonly ResourceChange[];
}

/**
 * The resource table: one row a resource, whatever changed about it; the largest change in size first, then in time.
 * `joined` makes one row of small resources of a kind that came or went.
 */
export function deriveResourceRows(diff: ResourceDiff, { joined }: { joined: boolean }): ResourceRow[] {
  return [
    ...listOneSided(diff, 'added', joined),
    ...listOneSided(diff, 'removed', joined),
    ...mergeChanged(diff),
  ]
    .sort((a, b) => weightOf(b.resource) - weightOf(a.resource) || timeOf(b.resource) - timeOf(a.resource))
    .map(rowOf);
}

/** How many resources each kind of change concerns. */
export function countChanges(diff: ResourceDiff): Readonly<Record<Change, number>> {
  return Object.fromEntries(CHANGES.map((change) => [change, diff[change].length])) as Record<Change, number>;
}

/** Whether joining small resources changes anything. */
export function hasSmall({ added, removed }: ResourceDiff): boolean {
  return [added, removed].some((changes) => gatherSmall(changes).some(({ members }) => members));
}

function listOneSided(diff: ResourceDiff, change: 'added' | 'removed', joined: boolean): Entry[] {
  const gathered = joined ? gatherSmall(diff[change]) : diff[change].map((each) => ({ change: each }));
  return gathered.map(({ change: resource, ...rest }) => ({
    key: `${change} ${'members' in rest ? `small ${resource.party} ${resource.type}` : resource.url}`,
    resource,
    changes: [change],
    ...rest,
  }));
}

/** A resource in both loads may be renamed, resized and retimed at once. */
function mergeChanged(diff: ResourceDiff): Entry[] {
  const byUrl = new Map<string, Entry>();
  for (const change of ['resized', 'retimed', 'renamed'] as const) {
    for (const resource of diff[change]) {
      const { url } = resource;
      const known = byUrl.get(url);
      byUrl.set(url, {
        key: url,
        resource: { ...known?.resource, ...resource },
        changes: [...(known?.changes ?? []), change],
      });
    }
  }
  return [...byUrl.values()];
}

/** Its numbers are made into words when they are read: of a thousand rows few are in sight. */
function rowOf({ key, resource, changes, members }: Entry): ResourceRow {
  const { type, party, phase, phaseDuration, transferSize, duration } = resource;
  const all = members ?? [resource];
  const names = all.flatMap((each) => nameResource(each).names);
  return {
    key,
    changes,
    url: resource.url,
    name: members ? nameSum(members, resource) : shorten(names[0] ?? resource.url),
    resource: { names, type },
    type,
    thirdParty: party === 'third',
    marks: listMarks(resource, members ? undefined : names[1]),
    texts: all.flatMap(({ url, previousUrl = '' }) => [url, previousUrl]).map((text) => text.toLowerCase()),
    get size() {
      return transition(transferSize, 'bytes');
    },
    get duration() {
      return transition(duration, 'ms');
    },
    get phase() {
      const name = phase && text(PHASE_WORDS[phase]);
      return phaseDuration ? `${name} ${spanOf(phaseDuration)}` : name;
    },
    isSum: members !== undefined,
  };
}

function nameSum(members: readonly ResourceChange[], { type, party }: ResourceChange): string {
  const key = party === 'third' ? 'smallThird' : 'smallResources';
  const kind = inSentence(text(RESOURCE_TYPE_WORDS[type]));
  return textOfCount(key, members.length, [formatCount(members.length), kind]);
}

function listMarks({ renderBlocking, party, requests = 1 }: ResourceChange, previous?: string): string[] {
  return [
    renderBlocking ? text('renderBlocking') : '',
    party === 'third' ? text('thirdPartyMark') : '',
    requests > 1 ? textOfCount('requestsCount', requests) : '',
    previous === undefined ? '' : text('wasNamed', shorten(previous)),
  ].filter(Boolean);
}

function spanOf({ baseline, current }: { baseline: number; current: number }): string {
  return `${formatValue(baseline, 'ms')} → ${formatValue(current, 'ms')}`;
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

function shorten(name: string): string {
  return name.replace(/^https?:\/\//, '');
}

function weightOf({ transferSize: { baseline = 0, current = 0 } }: ResourceChange): number {
  return Math.abs(current - baseline);
}

function timeOf({ duration: { baseline = 0, current = 0 } }: ResourceChange): number {
  return Math.abs(current - baseline);
}
