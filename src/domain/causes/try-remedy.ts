import type { Program } from '../replay/program.ts';
import { replayWhatIf, type WhatIf } from '../replay/what-if.ts';
import type { CauseFacts, WhatIfAction } from './definition.ts';
import type { Player } from './detection.ts';
import { findDefinition } from './registry.ts';

/** What is left when the baseline does not say: half as large, half as long. */
const UNKNOWN_RATIO = 0.5;

/** A saving below this is no advice. */
const SMALLEST_SAVING = 1;

/** Replays the current load with the remedy its cause proposes; undefined when it has none or would save nothing. */
export function tryRemedy(
  program: Program,
  { kind, facts, nodes }: Player,
  milestone: number,
): { action: WhatIfAction; saves: number } | undefined {
  const action = findDefinition(kind).remedy?.(facts);
  if (!action) return undefined;
  const present = nodes.filter(({ times }) => times[1]).map(({ index }) => index);
  const saves = replayWhatIf(program, describe(action, present, { kind, facts }))[milestone] ?? 0;
  return saves >= SMALLEST_SAVING ? { action, saves } : undefined;
}

function describe(
  action: WhatIfAction,
  nodes: readonly number[],
  { kind, facts }: Pick<Player, 'kind' | 'facts'>,
): WhatIf {
  switch (action) {
    case 'remove':
      return kind === 'inline-script'
        ? { action, nodes: [], inlineScripts: facts.time?.current ?? 0 }
        : { action, nodes };
    case 'defer':
    case 'preload':
      return { action, nodes };
    case 'shrink':
    case 'faster-server':
      return { action, nodes, ratio: ratioOf(facts) };
    case 'no-redirect':
      return { action };
  }
}

/** Back to what it was in the baseline, where that was less. */
function ratioOf({ size, time }: CauseFacts): number {
  const change = size ?? time;
  if (!change || change.current <= change.baseline || change.current <= 0) return UNKNOWN_RATIO;
  return change.baseline / change.current;
}
