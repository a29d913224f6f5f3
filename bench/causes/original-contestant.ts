import type { Resource } from '../../src/domain/snapshot.ts';
import { middleLoad } from './middle-load.ts';
import type { Contestant, Suspect } from './contestant.ts';

const RESIZED = { share: 0.1, bytes: 10 * 1024 };
const RETIMED = 100;

/**
 * The rules this project set out from: the resources of one load of each side are compared by exact URL, and what was
 * added comes first, then what grew by 10 % or 10 KB, then what takes 100 ms longer; within each the largest first.
 * They know no milliseconds, no document and no environment. Of several loads they look at the middle one.
 */
export const originalContestant: Contestant = {
  name: 'original rules',
  onlyRanks: true,
  accuse(baseline, current, metric) {
    const before = indexByUrl(middleLoad(baseline, metric).resources);
    const after = [...indexByUrl(middleLoad(current, metric).resources).values()];
    const pairs = after.flatMap((resource) => {
      const old = before.get(resource.url);
      return old
        ? [
            {
              resource,
              grown: sizeOf(resource) - sizeOf(old),
              old: sizeOf(old),
              slower: durationOf(resource) - durationOf(old),
            },
          ]
        : [];
    });
    const added = after.filter(({ url }) => !before.has(url)).sort((a, b) => sizeOf(b) - sizeOf(a));
    const resized = pairs.filter(({ grown, old }) => grown > RESIZED.bytes || grown > RESIZED.share * old);
    const retimed = pairs.filter(({ slower }) => slower > RETIMED);
    return [
      ...added.map(suspect),
      ...resized.sort((a, b) => b.grown - a.grown).map(({ resource }) => suspect(resource)),
      ...retimed.sort((a, b) => b.slower - a.slower).map(({ resource }) => suspect(resource)),
    ];
  },
};

function indexByUrl(resources: readonly Resource[]): Map<string, Resource> {
  return new Map(resources.map((resource) => [resource.url, resource]));
}

function suspect({ url, type }: Resource): Suspect {
  return type === 'document' ? { kind: 'document' } : { kind: 'resource', resource: url };
}

function sizeOf({ transferSize = 0 }: Resource): number {
  return transferSize;
}

function durationOf({ responseEnd, startTime }: Resource): number {
  return responseEnd - startTime;
}
