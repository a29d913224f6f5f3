import { BASELINE, CURRENT } from '../replay/world.ts';
import type { Resource } from '../snapshot.ts';
import type { Attribution } from './attribution.ts';
import { createLedger } from './ledger.ts';
import type { Pair } from './pair.ts';

const SUBPARTS = [
  ['inputDelay', 'input delay'],
  ['processingDuration', 'processing'],
  ['presentationDelay', 'presentation'],
] as const;

/**
 * Divides the change of the interaction latency among its three parts. When another element is the slowest one now,
 * the whole change is put down to that: parts of two interactions say nothing about each other.
 */
export function attributeInteraction({ loads }: Pair, delta: number): Attribution {
  const before = loads[BASELINE].snapshot.vitals.interactionToNextPaint;
  const after = loads[CURRENT].snapshot.vitals.interactionToNextPaint;
  const ledger = createLedger();
  if (!before || !after) return ledger.close(delta);
  const names = {
    ...(before.target && { baseline: before.target }),
    ...(after.target && { current: after.target }),
  };
  const script = after.longestScript?.url;
  const resource = loads[CURRENT].byUrl.get(script ?? '')?.[0]?.resource;
  const forcedLayout = after.longestScript?.forcedStyleAndLayout;
  const facts = {
    ...blamed(resource),
    count: 0,
    names,
    ...(forcedLayout !== undefined && { forcedLayout }),
  };
  if (before.target !== after.target) {
    ledger.add(
      { kind: 'interaction', key: 'interaction', facts, certainty: 1 },
      { baseline: before.value, current: after.value },
    );
    return ledger.close(delta);
  }
  for (const [name, phase] of SUBPARTS) {
    const amounts = { baseline: before[name] ?? 0, current: after[name] ?? 0 };
    if (before[name] === undefined || after[name] === undefined) continue;
    const blame = { kind: 'interaction', key: `interaction ${phase}`, certainty: 1 } as const;
    ledger.add({ ...blame, facts: { ...facts, phase, time: amounts } }, amounts);
  }
  return ledger.close(delta);
}

function blamed(resource: Resource | undefined): { resource?: Resource } {
  return resource ? { resource } : {};
}
