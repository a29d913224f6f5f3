import type { DelayOwner } from './delay-owners.ts';
import type { Point } from './load.ts';
import type { Program, SimMilestone, SimNode } from './program.ts';
import { runProgram } from './run.ts';
import { selectAll } from './select.ts';
import { BASELINE, CURRENT, otherWorld, type World } from './world.ts';

/** What a what-if changes about milestones, beside the times of nodes. */
export interface MilestoneChange {
  /** A gate that paint milestones no longer wait for. */
  readonly opens: (node: SimNode) => boolean;
  /** A delay that is gone. */
  readonly drops: (owner: DelayOwner) => boolean;
}

/** Replays the load that the switches describe and returns its milestones in ms, in the order of the program's. */
export function replayMilestones(program: Program, change?: MilestoneChange): Float64Array {
  runProgram(program);
  return readMilestones(program, change);
}

/**
 * Corrects the milestones by what the replay of each unchanged load misses of the measurement, so that both loads are
 * reproduced exactly. The correction has a switch of its own, which belongs to what remains unexplained.
 */
export function anchorProgram(program: Program): void {
  for (const world of [BASELINE, CURRENT] as const) {
    selectAll(program, world);
    runProgram(program);
    // One after the other: a first paint that is corrected moves the gate of the largest.
    for (const [m, milestone] of program.milestones.entries()) {
      const missing = milestone.source.observed[world] - (readMilestones(program)[m] ?? 0);
      const other = milestone.anchor[otherWorld(world)];
      milestone.anchor = world === BASELINE ? [missing, other] : [other, missing];
    }
  }
}

function readMilestones(program: Program, change?: MilestoneChange): Float64Array {
  const values = new Float64Array(program.milestones.length);
  for (const [m, milestone] of program.milestones.entries()) {
    const earlier = values[milestone.follows] ?? 0;
    values[m] = readMilestone(program, milestone, { earlier, change, values });
  }
  return values;
}

interface Reading {
  /** The milestone it is never before, or 0. */
  readonly earlier: number;
  readonly change: MilestoneChange | undefined;
  /** Those read before it. */
  readonly values: Float64Array;
}

function readMilestone(
  program: Program,
  milestone: SimMilestone,
  { earlier, change, values }: Reading,
): number {
  const { selected, board } = program;
  const { name } = milestone.source;
  const isPaint =
    name === 'firstContentfulPaint' || name === 'largestContentfulPaint' || name === 'domInteractive';
  const swapped = selected[board.global('largestPaint')] === 1 ? CURRENT : BASELINE;
  const { followLag } = milestone.source;
  let value = followLag ? 0 : earlier;
  for (const { node, points, member } of milestone.gates) {
    const world = name === 'largestContentfulPaint' ? swapped : worldOf(node);
    if (!member[world] || node.end < 0 || (isPaint && change?.opens(node))) continue;
    value = Math.max(value, momentOf(node, points[world]));
  }
  for (const { source, time, switch: number } of milestone.delays) {
    if (!change?.drops(source.owner)) value += time[selected[number] === 1 ? CURRENT : BASELINE];
  }
  const anchored = selected[board.global('anchor')] === 1 ? CURRENT : BASELINE;
  if (followLag) value = Math.max(value, earlier + followLag[anchored]);
  const { inferred } = milestone;
  if (inferred?.held) {
    const { node, point } = inferred.held;
    const lag = inferred.lag[worldOf(node)];
    const opened = node.end < 0 || (isPaint && change?.opens(node));
    if (lag !== undefined && !opened) value = Math.max(value, momentOf(node, point) + lag);
  } else if (inferred) {
    value = Math.max(value, (values[inferred.milestone] ?? 0) + (inferred.lag[anchored] ?? 0));
  }
  return value + milestone.anchor[anchored];
}

/** Where a node is in one load only, that load's rules apply to it. */
function worldOf(node: SimNode): World {
  const [before, after] = node.times;
  if (before && after) return node.memberIn;
  return after ? CURRENT : BASELINE;
}

function momentOf(node: SimNode, point: Point): number {
  if (point === 'response') return node.response;
  return point === 'end' || node.executed < 0 ? node.end : node.executed;
}
