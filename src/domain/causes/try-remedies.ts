import type { WhatIfSaving } from '../cause.ts';
import type { EstimateSavings } from '../replay/estimate-savings.ts';
import type { Model } from '../replay/model.ts';
import type { Program } from '../replay/program.ts';
import { replayWhatIf, type WhatIf } from '../replay/what-if.ts';
import { CURRENT } from '../replay/world.ts';
import type { ResourceType } from '../snapshot.ts';
import type { CauseFacts, WhatIfAction } from './definition.ts';
import type { Player } from './detection.ts';
import { findDefinition } from './registry.ts';

/** What is left when the baseline does not say: half as large, half as long. */
const UNKNOWN_RATIO = 0.5;

/** A saving below this is no advice. */
const SMALLEST_SAVING = 1;

/** What can be done about a file of a type, whatever has changed about it. */
const ACTIONS: { readonly [Type in ResourceType]?: readonly WhatIfAction[] } = {
  script: ['defer', 'async', 'less-work', 'remove'],
  stylesheet: ['inline', 'preload', 'remove'],
  image: ['preload', 'shrink'],
  font: ['preload', 'shrink'],
  fetch: ['preload', 'faster-server'],
};

interface Replays {
  readonly model: Model;
  /** The pair of loads, with what it tells of the line. */
  readonly program: Program;
  /** The current load alone, for the interval that it leaves open. */
  readonly estimate: EstimateSavings;
}

/**
 * Replays the current load with what its cause proposes, and with what else can be done about a single file. Left out
 * is what would save nothing of the milestone.
 */
export function tryRemedies(
  { model, program, estimate }: Replays,
  { kind, facts, nodes }: Player,
  milestone: number,
): WhatIfSaving[] {
  const present = nodes.filter(({ times }) => times[CURRENT]);
  const name = program.milestones[milestone]?.source.name;
  const { nodes: all } = model.union.loads[CURRENT];
  const inLoad = present.flatMap(({ loads }) => (loads[CURRENT] ? [all.indexOf(loads[CURRENT])] : []));
  return listActions(kind, facts).flatMap((action): WhatIfSaving[] => {
    const describe = (indexes: readonly number[]): WhatIf => describeAction(action, indexes, { kind, facts });
    const saves = replayWhatIf(program, describe(present.map(({ index }) => index)))[milestone] ?? 0;
    if (saves < SMALLEST_SAVING) return [];
    const { low = saves, high = saves } = (name && estimate(describe(inLoad)).get(name)) ?? {};
    return [{ action, saves, range: [Math.max(0, Math.min(low, saves)), Math.max(high, saves)] }];
  });
}

/** The advised one first. Of a group only that: what helps one of its members may not help another. */
function listActions(kind: Player['kind'], facts: CauseFacts): WhatIfAction[] {
  const advised = findDefinition(kind).remedy?.(facts);
  if (!advised) return [];
  const { resource, count } = facts;
  const others = count === 1 && resource ? (ACTIONS[resource.type] ?? []) : [];
  return [...new Set([advised, ...others])];
}

function describeAction(
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
    case 'async':
    case 'preload':
    case 'inline':
      return { action, nodes };
    case 'shrink':
    case 'less-work':
    case 'faster-server':
      return { action, nodes, ratio: ratioOf(action, { kind, facts }) };
    case 'no-redirect':
      return { action };
  }
}

/** Back to what it was in the baseline, where that was less. Facts are about what the advice is about. */
function ratioOf(action: WhatIfAction, { kind, facts }: Pick<Player, 'kind' | 'facts'>): number {
  if (action !== findDefinition(kind).remedy?.(facts)) return UNKNOWN_RATIO;
  const change = facts.size ?? facts.time;
  if (!change || change.current <= change.baseline || change.current <= 0) return UNKNOWN_RATIO;
  return change.baseline / change.current;
}
