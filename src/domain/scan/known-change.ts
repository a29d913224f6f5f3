import type { BaselineFit } from './fit-baseline.ts';
import { type Evidence, isMaterial, type Question, turnToward, weighShift } from './weigh-shift.ts';

interface KnownChange {
  readonly question: Question;
  /** For the sizes of both sets. */
  readonly threshold: number;
  /** No weaker strength is asked for. */
  readonly above?: number;
  /** What the loads weigh, where it is known. */
  readonly shift?: number;
}

/**
 * Has the level shifted at a moment that is known, because the build changed there? All loads since are one sample,
 * which is sharper than a scan: there is one question instead of nine. `logs` are the loads since the change, at least
 * one, on the scale of the fit. Undefined when they shifted by less than matters, or are no stronger than wanted.
 */
export function testKnownChange(
  fit: BaselineFit,
  logs: readonly number[],
  { question, threshold, above = 0, shift = weighShift(fit, logs, logs.length) }: KnownChange,
): Evidence | undefined {
  const strength = turnToward(shift, question) / threshold;
  const isShifted = strength > above && isMaterial(fit, logs, question);
  return isShifted ? { loads: logs.length, strength } : undefined;
}
