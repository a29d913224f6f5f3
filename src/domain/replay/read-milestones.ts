import type { DelayOwner } from './delay-owners.ts';
import { END, EXECUTED, MOMENTS, type Program, type SimInferredGate, type SimMilestone } from './program.ts';
import { runProgram } from './run.ts';
import { selectAll } from './select.ts';
import { BASELINE, CURRENT, otherWorld, type World } from './world.ts';

/** What a what-if changes about milestones, beside the times of nodes. */
export interface MilestoneChange {
  /** A gate that paint milestones no longer wait for. */
  readonly opens: (node: number) => boolean;
  /** A delay that is gone. */
  readonly drops: (owner: DelayOwner) => boolean;
  /** Before which a node is of no use to a paint, however early it has arrived: −Infinity for most. */
  readonly usableFrom: (node: number) => number;
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
    const values = new Float64Array(program.milestones.length);
    // One after the other: a first paint that is corrected moves the gate of the largest.
    for (const [m, milestone] of program.milestones.entries()) {
      const replayed = readMilestone(program, milestone, { change: undefined, values });
      values[m] = milestone.source.observed[world];
      const missing = milestone.source.observed[world] - replayed;
      const other = milestone.anchor[otherWorld(world)];
      milestone.anchor = world === BASELINE ? [missing, other] : [other, missing];
    }
  }
}

function readMilestones(program: Program, change?: MilestoneChange): Float64Array {
  const values = new Float64Array(program.milestones.length);
  for (const [m, milestone] of program.milestones.entries()) {
    values[m] = readMilestone(program, milestone, { change, values });
  }
  return values;
}

interface Reading {
  readonly change: MilestoneChange | undefined;
  /** The milestones read before this one. */
  readonly values: Float64Array;
}

function readMilestone(program: Program, milestone: SimMilestone, reading: Reading): number {
  const { selected } = program;
  const { name, followLag } = milestone.source;
  const isPaint =
    name === 'firstContentfulPaint' || name === 'largestContentfulPaint' || name === 'domInteractive';
  const change = isPaint ? reading.change : undefined;
  const opens = change?.opens;
  const earlier = reading.values[milestone.follows] ?? 0;
  let value = latestGate(program, milestone, { from: followLag ? 0 : earlier, change });
  for (const { source, time, switch: number } of milestone.delays) {
    if (!reading.change?.drops(source.owner)) value += time[selected[number] === 1 ? CURRENT : BASELINE];
  }
  const anchored = globalWorld(program, 'anchor');
  if (followLag) value = Math.max(value, earlier + followLag[anchored]);
  const { inferred } = milestone;
  if (inferred?.held) value = Math.max(value, readInferred(program, inferred, opens));
  else if (inferred)
    value = Math.max(value, (reading.values[inferred.milestone] ?? 0) + (inferred.lag[anchored] ?? 0));
  return value + milestone.anchor[anchored];
}

type Opens = MilestoneChange['opens'] | undefined;

/** When the last gate opened, and not before `from`. */
function latestGate(
  program: Program,
  { source, gates }: SimMilestone,
  { from, change }: { from: number; change: MilestoneChange | undefined },
): number {
  const { chosen } = program;
  const swapped = source.name === 'largestContentfulPaint' ? globalWorld(program, 'largestPaint') : undefined;
  let latest = from;
  for (let g = 0; g < gates.node.length; g++) {
    const node = gates.node[g] as number;
    const world = swapped ?? (chosen.memberIn[node] as number);
    const moment = gates.moment[2 * g + world] as number;
    if (moment < 0 || !hasEnded(program, node) || change?.opens(node)) continue;
    latest = Math.max(latest, momentOf(program, node, moment));
    if (change) latest = Math.max(latest, change.usableFrom(node));
  }
  return latest;
}

/** The moment up to which an inferred gate holds its milestone; −Infinity when it holds nothing. */
function readInferred(program: Program, { held, lag }: SimInferredGate, opens: Opens): number {
  if (!held) return -Infinity;
  const { node, moment } = held;
  const wait = lag[program.chosen.memberIn[node] === CURRENT ? CURRENT : BASELINE];
  if (wait === undefined || !hasEnded(program, node) || opens?.(node)) return -Infinity;
  return momentOf(program, node, moment) + wait;
}

function globalWorld({ selected, board }: Program, name: 'anchor' | 'largestPaint'): World {
  return selected[board.globals[name]] === 1 ? CURRENT : BASELINE;
}

function hasEnded({ run }: Program, node: number): boolean {
  return (run.moments[MOMENTS * node + END] as number) >= 0;
}

/** A script that has not run counts from its end. */
function momentOf({ run: { moments } }: Program, node: number, moment: number): number {
  const time = moments[MOMENTS * node + moment] as number;
  return moment === EXECUTED && time < 0 ? (moments[MOMENTS * node + END] as number) : time;
}
