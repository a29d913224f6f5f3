import type { BaselineFit } from './fit-baseline.ts';
import { type Evidence, isMaterial, type Question, weighToward } from './weigh-shift.ts';

/**
 * Has the level shifted at a moment that is known, because the build changed there? All loads since are one sample,
 * which is sharper than a scan: there is one question instead of nine. `logs` are the loads since the change, on the
 * scale of the fit. Undefined when they shifted by less than matters, or are no stronger than
 * `above`. `threshold` belongs to the sizes of both sets.
 */
export function testKnownChange(
  fit: BaselineFit,
  logs: readonly number[],
  question: Question & { readonly threshold: number; readonly above?: number },
): Evidence | undefined {
  const loads = logs.length;
  const strength = loads > 0 ? weighToward(fit, logs, loads, question) / question.threshold : 0;
  return strength > (question.above ?? 0) && isMaterial(fit, logs, question)
    ? { loads, strength }
    : undefined;
}
