import type { Budget } from '../../src/domain/budget.ts';
import { MAX_MESSAGE_BYTES } from '../../src/domain/limits.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';

export interface ImportPlan {
  /** Budgets to save before the visits, so that these are judged with them. */
  readonly budgets: readonly Budget[];
  /** Names of budgets left as they are here, because the report's differ. */
  readonly kept: readonly string[];
  readonly visits: number;
  /** Visits in messages the worker accepts; oldest first within a page. */
  readonly chunks: readonly (readonly Snapshot[])[];
}

/** Half of what a message may weigh leaves room for the envelope and for multi-byte text. */
const CHUNK_BYTES = MAX_MESSAGE_BYTES / 2;

/**
 * What to send to take a report in. An empty profile takes the report's budgets, so that it shows the same screen;
 * one with pages of its own keeps its budgets where they differ and takes only those it does not know.
 */
export function planImport(report: Report, own: readonly Budget[], hasPages: boolean): ImportPlan {
  const known = new Map(own.map((budget) => [budget.id, JSON.stringify(budget)]));
  const different = report.budgets.filter((budget) => known.get(budget.id) !== JSON.stringify(budget));
  const kept = hasPages ? different.filter(({ id }) => known.has(id)) : [];
  const visits = report.pages.flatMap((page) => page.visits);
  return {
    budgets: different.filter((budget) => !kept.includes(budget)),
    kept: kept.map(({ name }) => name),
    visits: visits.length,
    chunks: chunkVisits(visits, CHUNK_BYTES),
  };
}

/** Splits visits so that each part stays below `most` bytes of JSON; a visit above it goes alone. */
export function chunkVisits(visits: readonly Snapshot[], most: number): Snapshot[][] {
  const chunks: Snapshot[][] = [];
  let room = 0;
  for (const visit of visits) {
    const bytes = JSON.stringify(visit).length;
    const current = chunks.at(-1);
    if (current && bytes <= room) current.push(visit);
    else {
      chunks.push([visit]);
      room = most;
    }
    room -= bytes;
  }
  return chunks;
}
