import type { Judgement } from './page-state.ts';
import type { Snapshot } from './snapshot.ts';

export interface JudgedVisit {
  readonly snapshot: Snapshot;
  readonly judgement: Judgement;
}
