import type { Load, MilestoneName } from './load.ts';
import { buildSingleModel } from './model.ts';
import { compileModel } from './compile-model.ts';
import { anchorProgram } from './read-milestones.ts';
import { replayWhatIf, type WhatIf } from './what-if.ts';

/** What an action would save of one milestone, in ms: the interval that one load leaves open. */
export interface Saving {
  readonly low: number;
  readonly high: number;
}

/** One load does not show how downloads share the line: not at all, or entirely. The truth lies between. */
const ALPHAS = [0, 1];

/**
 * What an action would save of each milestone, from a single load. `whatIf` names nodes by their index in the load
 * (0 is the document). Milestones that the load did not reach are left out.
 */
export function estimateSavings(load: Load, whatIf: WhatIf): Map<MilestoneName, Saving> {
  const savings = new Map<MilestoneName, Saving>();
  for (const alpha of ALPHAS) {
    const model = buildSingleModel(load, alpha);
    const program = compileModel(model);
    anchorProgram(program);
    const indexed = translate(whatIf, (index) => {
      const node = load.nodes[index];
      return (node && model.union.nodeOf.get(node)?.index) ?? -1;
    });
    const saved = replayWhatIf(program, indexed);
    for (const [m, { source }] of program.milestones.entries()) {
      const value = saved[m] ?? 0;
      const { low, high } = savings.get(source.name) ?? { low: value, high: value };
      savings.set(source.name, { low: Math.min(low, value), high: Math.max(high, value) });
    }
  }
  return savings;
}

/** The model has its own order of nodes, and not all of a large load. */
function translate(whatIf: WhatIf, indexOf: (index: number) => number): WhatIf {
  return 'nodes' in whatIf ? { ...whatIf, nodes: whatIf.nodes.map(indexOf) } : whatIf;
}
