import type { Matching } from '../match/match.ts';
import { calibrateContention } from './contention.ts';
import type { Dependency } from './dependency.ts';
import { findExecutions } from './executions.ts';
import type { Load } from './load.ts';
import { findMilestones, type KnownGates, type Milestone } from './milestones.ts';
import { findDiscoveries } from './discoveries.ts';
import { findQueueGates, type QueueGate } from './queue-gates.ts';
import { SHORTEST_EXECUTION } from './tuning.ts';
import { type Union, type UnionNode, uniteLoads } from './union.ts';
import { BASELINE, type Both, CURRENT, type World } from './world.ts';

/** What a node costs in one load, free of what other nodes do to it. Times in ms. */
export interface NodeTimes {
  /** From its discovery by its parents to its start. */
  readonly lag: number;
  readonly queue: number;
  readonly server: number;
  /** The download as it would be alone on the line. */
  readonly work: number;
  readonly execution: number;
  /** From being ready for execution to asking for the main thread. */
  readonly executionLag: number;
  /** From the main thread being free to executing, where the script had to wait for it. */
  readonly executionPause: number;
}

export interface ModelNode extends UnionNode {
  readonly times: Both<NodeTimes | undefined>;
  readonly parents: Both<readonly Dependency[]>;
  readonly runsAfter: Both<readonly Dependency[]>;
  /** How well its initiator is known, from 0 to 1. */
  readonly provenance: number;
  /** Share of the line relative to other downloads. */
  readonly weight: number;
}

/**
 * Both loads as one graph that can be replayed. Everything in it was observed or follows from what was: replaying it
 * as it was in either load gives back the milestones of that load.
 */
export interface Model {
  readonly union: Union;
  readonly nodes: readonly ModelNode[];
  readonly gates: readonly QueueGate[];
  readonly milestones: readonly Milestone[];
  /** How much downloads slow each other down, 0 to 1. */
  readonly alpha: number;
}

const NONE: readonly Dependency[] = [];

/**
 * Builds the model of two loads from the matching of their resources. How downloads share the line is calibrated on the
 * two loads, unless `alpha` says it; gates that the two do not show may be known from others.
 */
export function buildModel(
  loads: Both<Load>,
  matching: Matching,
  { alpha, gates }: { readonly alpha?: number; readonly gates?: KnownGates } = {},
): Model {
  const union = uniteLoads(loads, matching);
  const contention = calibrateContention(union, alpha);
  const discoveries = findDiscoveries(union);
  const queues = findQueueGates(union);
  const executions = findExecutions(union);
  const timesOf = ({ index, loads: both }: UnionNode, world: World): NodeTimes | undefined => {
    const loaded = both[world];
    if (!loaded) return undefined;
    const execution = executions[world][index];
    return {
      lag: discoveries.of[world][index]?.lag ?? 0,
      queue: queues.own[world][index] ?? 0,
      server: loaded.server,
      work: contention.work[world][index] ?? 0,
      execution: index > 0 && loaded.execution > SHORTEST_EXECUTION ? loaded.execution : 0,
      executionLag: execution?.lag ?? 0,
      executionPause: execution?.pause ?? 0,
    };
  };
  // One literal with every property: copied objects are slow to make and to read.
  const nodes = union.nodes.map((node): ModelNode => {
    const { index, loads: both, latest, confidence } = node;
    return {
      index,
      loads: both,
      latest,
      confidence,
      provenance: discoveries.provenance[index] ?? 1,
      weight: contention.weights[index] ?? 1,
      parents: [
        discoveries.of[BASELINE][index]?.parents ?? NONE,
        discoveries.of[CURRENT][index]?.parents ?? NONE,
      ],
      runsAfter: [
        executions[BASELINE][index]?.dependencies ?? NONE,
        executions[CURRENT][index]?.dependencies ?? NONE,
      ],
      times: [timesOf(node, BASELINE), timesOf(node, CURRENT)],
    };
  });
  return {
    union,
    nodes,
    gates: queues.gates,
    milestones: findMilestones(union, gates),
    alpha: contention.alpha,
  };
}

/** The same, for questions about one load alone: nothing differs, everything can still be changed. */
export function buildSingleModel(load: Load, alpha: number): Model {
  const resources = load.nodes.slice(1).flatMap(({ resource }) => resource ?? []);
  const matches = resources.map((resource) => {
    return { baseline: resource, current: resource, confidence: 1, level: 'exact' } as const;
  });
  return buildModel([load, load], { matches, added: [], removed: [] }, { alpha });
}
