import type { BaselineFit } from './fit-baseline.ts';
import { scanThresholds } from './thresholds.ts';
import { type Evidence, isMaterial, type Question, SUSPICIOUS, weighToward } from './weigh-shift.ts';
import { WINDOWS } from './windows.ts';

/**
 * Has the level shifted at some unknown moment? Every window of the newest loads is weighed against its own threshold;
 * the strongest material one is the answer. Undefined when none is even suspicious. `logs` are the loads since the
 * baseline was frozen, oldest first, on the scale of the fit.
 */
export function scan(fit: BaselineFit, logs: readonly number[], question: Question): Evidence | undefined {
  const thresholds = scanThresholds(fit.n);
  let strongest: Evidence | undefined;
  for (const [index, loads] of WINDOWS.entries()) {
    if (loads > logs.length) break;
    const strength = weighToward(fit, logs, loads, question) / Number(thresholds[index]);
    if (strength < (strongest?.strength ?? SUSPICIOUS)) continue;
    if (isMaterial(fit, logs.slice(-loads), question)) strongest = { loads, strength };
  }
  return strongest;
}
