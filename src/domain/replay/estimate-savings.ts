import type { Load, MilestoneName } from './load.ts';
import { buildSingleModel, type Model } from './model.ts';
import { compileModel } from './compile-model.ts';
import type { Bytes } from '../units.ts';
import { anchorProgram } from './read-milestones.ts';
import { replayWhatIf, type WhatIf } from './what-if.ts';

/** What an action would save of one milestone, in ms: the interval that one load leaves open. */
export interface Saving {
  readonly low: number;
  readonly high: number;
  /** Under the way of sharing the line that fits the load's own downloads better. */
  readonly likely: number;
}

/** What an action would save of each milestone. `whatIf` names nodes by their index in the load; 0 is the document. */
export type EstimateSavings = (whatIf: WhatIf) => ReadonlyMap<MilestoneName, Saving>;

/** One load does not show how downloads share the line: not at all, or entirely. The truth lies between. */
const ALPHAS = [0, 1];

/**
 * Prepares what-ifs on a single load, each of which then costs four replays. Milestones that the load did not reach are
 * left out of the answers, as are nodes that the model has no room for out of the questions.
 */
export function createEstimator(load: Load): EstimateSavings {
  const variants = ALPHAS.map((alpha) => {
    const model = buildSingleModel(load, alpha);
    const program = compileModel(model);
    anchorProgram(program);
    return { model, program };
  });
  const scatters = variants.map(({ model }) => scatterOfSpeeds(model));
  const likeliest = (scatters[1] ?? 0) < (scatters[0] ?? 0) ? 1 : 0;
  return (whatIf) => {
    const savings = new Map<MilestoneName, Saving>();
    for (const [v, { model, program }] of variants.entries()) {
      const saved = replayWhatIf(
        program,
        translate(whatIf, (index) => {
          const node = load.nodes[index];
          return (node && model.union.nodeOf.get(node)?.index) ?? -1;
        }),
      );
      for (const [m, { source }] of program.milestones.entries()) {
        const value = saved[m] ?? 0;
        const known = savings.get(source.name) ?? { low: value, high: value, likely: value };
        savings.set(source.name, {
          low: Math.min(known.low, value),
          high: Math.max(known.high, value),
          likely: v === likeliest ? value : known.likely,
        });
      }
    }
    return savings;
  };
}

/** The model has its own order of nodes, and not all of a large load. */
function translate(whatIf: WhatIf, indexOf: (index: number) => number): WhatIf {
  return 'nodes' in whatIf ? { ...whatIf, nodes: whatIf.nodes.map(indexOf) } : whatIf;
}

/** Smaller bodies arrive in one piece, whatever else is under way. */
const SMALLEST_BODY: Bytes = 4_096;

/**
 * How unevenly fast the downloads of a load were, free of what they did to each other: where the right way of sharing
 * is assumed, one line has one speed. The spread of ln(work / bytes), each download weighing as many bytes as it has.
 */
function scatterOfSpeeds({ nodes }: Model): number {
  const speeds = nodes.flatMap(({ times: [, current], latest }) => {
    const bytes = latest.transferSize;
    return current && current.work > 0 && bytes >= SMALLEST_BODY
      ? [{ speed: Math.log(current.work / bytes), bytes }]
      : [];
  });
  const total = speeds.reduce((sum, { bytes }) => sum + bytes, 0);
  const mean = speeds.reduce((sum, { speed, bytes }) => sum + speed * bytes, 0) / total;
  return speeds.reduce((sum, { speed, bytes }) => sum + bytes * (speed - mean) ** 2, 0) / total;
}
