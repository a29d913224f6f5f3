import type { EpochMs } from './units.ts';

/**
 * Why the disk does not take what is measured. cannot-open: the browser refuses to open the database. no-answer: it
 * neither opens nor fails, as while another context deletes or upgrades it. newer: the data were written by a newer
 * version of the extension. full: no space or quota is left. failed: a write failed for any other reason.
 */
export type StorageProblem = 'cannot-open' | 'no-answer' | 'newer' | 'full' | 'failed';

/** Can what is measured be kept? Whoever shows loads shows this, because what cannot be kept is soon gone. */
export type StorageState = SoundStorage | FailingStorage;

interface SoundStorage {
  readonly status: 'sound';
  /** When it was noticed that the browser had thrown the stored data away, as it does with damaged files. */
  readonly lostAt?: EpochMs;
}

/** Loads are held in memory, and go to disk by themselves as soon as it takes them; older ones are untouched. */
export interface FailingStorage {
  readonly status: 'failing';
  readonly problem: StorageProblem;
  /** One line, in the browser's own words where it gave any. */
  readonly reason: string;
  readonly since: EpochMs;
  /** Loads held in memory. They are gone when the browser ends. */
  readonly held: number;
  /** Loads given up because memory is bounded too. */
  readonly dropped: number;
  readonly lostAt?: EpochMs;
}
