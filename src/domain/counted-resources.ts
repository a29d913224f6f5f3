import type { Resource, Snapshot } from './snapshot.ts';

/** What the load itself asked for, up to settle: a page left open may go on fetching for hours. */
export function listCounted({ resources, settledAt }: Pick<Snapshot, 'resources' | 'settledAt'>): Resource[] {
  return settledAt === undefined
    ? [...resources]
    : resources.filter(({ startTime }) => startTime <= settledAt);
}
