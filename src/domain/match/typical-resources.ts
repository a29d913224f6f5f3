import { listCounted } from '../counted-resources.ts';
import type { FetchPhases } from './fetch-phases.ts';
import { FETCH_PHASES, measurePhases } from './fetch-phases.ts';
import { isDocument } from '../build-snapshot.ts';
import { transferSizeOf } from '../measure.ts';
import type { Resource, Snapshot } from '../snapshot.ts';
import { median } from '../statistics.ts';
import type { Bytes, Milliseconds } from '../units.ts';
import { matchResources } from './match-resources.ts';

/** A resource as it usually is over several loads of one page. */
export interface TypicalResource {
  /** One of the loads' own entries: its URL, type and party. */
  readonly resource: Resource;
  readonly duration: Milliseconds;
  /** Absent when the browser hid it in every load. */
  readonly transferSize: Bytes | undefined;
  readonly encodedSize: Bytes | undefined;
  /** Undefined when the server hides them. On demand: few rows of a table need them. */
  readonly phases: () => FetchPhases | undefined;
}

/** The same resource in the loads that have it, the first of them as its name. */
interface Sighting {
  readonly first: Resource;
  readonly all: Resource[];
}

/**
 * The resources of a page over several loads: those that at least half of the loads have, with median values, in the
 * order of the first load that has them. What was requested after settle does not count. The document comes first.
 */
export function listTypicalResources(snapshots: readonly Snapshot[]): TypicalResource[] {
  const documents: Resource[] = [];
  let sightings: Sighting[] = [];
  for (const snapshot of snapshots) {
    const counted = listCounted(snapshot);
    documents.push(...counted.filter(isDocument));
    sightings = addSightings(sightings, counted, snapshot.url);
  }
  const [document] = documents;
  const recurring = sightings.filter(({ all }) => all.length * 2 >= snapshots.length);
  return [...(document ? [{ first: document, all: documents }] : []), ...recurring].map(summarize);
}

function addSightings(
  sightings: readonly Sighting[],
  counted: readonly Resource[],
  documentUrl: string,
): Sighting[] {
  const resources = counted.filter((resource) => !isDocument(resource));
  const known = new Map(sightings.map((sighting) => [sighting.first, sighting]));
  const documents = { baseline: documentUrl, current: documentUrl };
  const { matches, added } = matchResources([...known.keys()], resources, documents);
  for (const { baseline, current } of matches) known.get(baseline)?.all.push(current);
  return [...sightings, ...added.map((resource) => ({ first: resource, all: [resource] }))];
}

function summarize({ first, all }: Sighting): TypicalResource {
  return {
    resource: first,
    duration: median(all.map(({ responseEnd, startTime }) => responseEnd - startTime)),
    transferSize: medianOfKnown(all.map(transferSizeOf)),
    encodedSize: medianOfKnown(all.map(({ encodedSize }) => encodedSize || undefined)),
    phases: () => medianPhases(all.flatMap((resource) => measurePhases(resource) ?? [])),
  };
}

function medianOfKnown(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.round(median(known)) : undefined;
}

function medianPhases(all: readonly FetchPhases[]): FetchPhases | undefined {
  if (all.length === 0) return undefined;
  const medians = FETCH_PHASES.map((phase) => [phase, median(all.map((phases) => phases[phase]))]);
  return Object.fromEntries(medians) as FetchPhases;
}
