import { isDocument } from '../build-snapshot.ts';
import type { ResourceChange, ResourceDiff } from '../cause.ts';
import { parseHttpUrl } from '../page.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Bytes, Milliseconds, Ratio } from '../units.ts';
import { FETCH_PHASES } from './fetch-phases.ts';
import { groupRequests } from './group-requests.ts';
import type { MatchLevel } from './match.ts';
import { matchResources } from './match-resources.ts';
import { listTypicalResources, type TypicalResource } from './typical-resources.ts';

/** A tenth is a decision somebody made; 10 KB are worth knowing of in a file of any size. */
const RESIZED_SHARE: Ratio = 0.1;
const RESIZED_BYTES: Bytes = 10 * 1024;

/** The length of what a user perceives as instant: less is noise in the table, though not in the attribution. */
const RETIMED: Milliseconds = 100;

interface Change {
  readonly baseline: TypicalResource;
  readonly current: TypicalResource;
  readonly level: MatchLevel;
}

/**
 * The resource table: what was added, removed, renamed, resized (by more than 10 % or 10 KB) and retimed (by more than
 * 100 ms) between two sets of loads, largest change first. Of a set a resource counts when half of its loads have it,
 * with its median size and duration. Bodies are compared, so that a cached one is not "smaller". Duplicates and API
 * calls of one template that came or went together are one row with a count, and so are many small files of a directory.
 */
export function diffResources(baseline: readonly Snapshot[], current: readonly Snapshot[]): ResourceDiff {
  const before = listTypicalResources(baseline);
  const after = listTypicalResources(current);
  const { changes, added, removed } = pairResources(before, after, {
    ...(baseline[0] && { baseline: baseline[0].url }),
    ...(current[0] && { current: current[0].url }),
  });
  return {
    added: groupRequests(added, 'current'),
    removed: groupRequests(removed, 'baseline'),
    resized: changes.filter(isResized).sort(byFalling(sizeDifference)).map(describeChange),
    retimed: changes.filter(isRetimed).sort(byFalling(durationDifference)).map(describeRetimed),
    renamed: changes.filter(isRenamed).map(describeRenamed),
  };
}

function pairResources(
  before: readonly TypicalResource[],
  after: readonly TypicalResource[],
  documents: { readonly baseline?: string; readonly current?: string },
): { changes: Change[]; added: TypicalResource[]; removed: TypicalResource[] } {
  const old = new Map(before.map((typical) => [typical.resource, typical]));
  const recent = new Map(after.map((typical) => [typical.resource, typical]));
  const { matches, added, removed } = matchResources(
    [...old.keys()].filter((resource) => !isDocument(resource)),
    [...recent.keys()].filter((resource) => !isDocument(resource)),
    documents,
  );
  const changes = matches.flatMap(({ baseline, current, level }): Change[] => {
    const [a, b] = [old.get(baseline), recent.get(current)];
    return a && b ? [{ baseline: a, current: b, level }] : [];
  });
  const document = before.find(({ resource }) => isDocument(resource));
  const newDocument = after.find(({ resource }) => isDocument(resource));
  if (document && newDocument) changes.push({ baseline: document, current: newDocument, level: 'exact' });
  return {
    changes,
    added: added.flatMap((resource) => recent.get(resource) ?? []),
    removed: removed.flatMap((resource) => old.get(resource) ?? []),
  };
}

function isResized(change: Change): boolean {
  const difference = sizeDifference(change);
  const before = sizesOf(change)?.before ?? 0;
  return difference > RESIZED_BYTES || difference > RESIZED_SHARE * before;
}

/** Sizes that may be compared: of the bodies, else over the network; undefined when either side is hidden. */
function sizesOf({ baseline, current }: Change): { before: Bytes; after: Bytes } | undefined {
  if (baseline.encodedSize !== undefined && current.encodedSize !== undefined)
    return { before: baseline.encodedSize, after: current.encodedSize };
  if (baseline.transferSize === undefined || current.transferSize === undefined) return undefined;
  return { before: baseline.transferSize, after: current.transferSize };
}

function sizeDifference(change: Change): Bytes {
  const sizes = sizesOf(change);
  return sizes ? Math.abs(sizes.after - sizes.before) : 0;
}

function isRetimed(change: Change): boolean {
  return durationDifference(change) > RETIMED;
}

function durationDifference({ baseline, current }: Change): Milliseconds {
  return Math.abs(current.duration - baseline.duration);
}

/** Another path is another name; another host or port is not, and API calls have ids in theirs. */
function isRenamed({ baseline, current, level }: Change): boolean {
  if (level === 'exact' || level === 'steady' || current.resource.type === 'fetch') return false;
  return pathOf(baseline) !== pathOf(current);
}

function pathOf({ resource }: TypicalResource): string {
  return parseHttpUrl(resource.url)?.pathname ?? resource.url;
}

function describeChange({ baseline, current }: Change): ResourceChange {
  const { url, type, party, renderBlocking } = current.resource;
  return {
    url,
    type,
    party,
    renderBlocking: renderBlocking ?? false,
    transferSize: {
      ...(baseline.transferSize !== undefined && { baseline: baseline.transferSize }),
      ...(current.transferSize !== undefined && { current: current.transferSize }),
    },
    duration: { baseline: roundMs(baseline.duration), current: roundMs(current.duration) },
  };
}

function describeRenamed(change: Change): ResourceChange {
  return { ...describeChange(change), previousUrl: change.baseline.resource.url };
}

function describeRetimed(change: Change): ResourceChange {
  return { ...describeChange(change), ...findChangedPhase(change) };
}

function findChangedPhase({ baseline, current }: Change): Pick<ResourceChange, 'phase' | 'phaseDuration'> {
  const [a, b] = [baseline.phases(), current.phases()];
  if (!a || !b) return {};
  const [phase] = [...FETCH_PHASES].sort((x, y) => Math.abs(b[y] - a[y]) - Math.abs(b[x] - a[x]));
  return phase ? { phase, phaseDuration: { baseline: roundMs(a[phase]), current: roundMs(b[phase]) } } : {};
}

function byFalling(valueOf: (change: Change) => number): (a: Change, b: Change) => number {
  return (a, b) => valueOf(b) - valueOf(a);
}

function roundMs(value: Milliseconds): Milliseconds {
  return Math.round(value * 10) / 10;
}
