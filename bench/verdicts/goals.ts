import { formatTable } from './format-table.ts';

/**
 * close: on the wrong side by less than two standard errors, so that another seed may say otherwise. told: no goal, said
 * for comparison.
 */
export type GoalState = 'yes' | 'close' | 'NO' | 'told';

/** Something the default rule has to show, and what it showed. */
export interface Goal {
  readonly text: string;
  readonly measured: string;
  readonly isMet: GoalState;
}

/** Is the value at most the limit? `error` is its standard error, where it was sampled. */
export function atMost(value: number, limit: number, error = 0): GoalState {
  if (value <= limit) return 'yes';
  return value - 2 * error <= limit ? 'close' : 'NO';
}

export function atLeast(value: number, limit: number, error = 0): GoalState {
  return atMost(-value, -limit, error);
}

/** Standard error of a share that was counted in so many independent cases. */
export function errorOfShare(share: number, cases: number): number {
  return Math.sqrt((share * (1 - share)) / cases);
}

export function formatGoals(goals: readonly Goal[]): string {
  const rows = goals.map(({ text, measured, isMet }) => [text, measured, isMet]);
  return formatTable(['goal', 'measured', 'met'], rows);
}
