import type { Load, Span } from './load.ts';
import type { Delay } from './milestones.ts';
import type { Union, UnionNode } from './union.ts';
import { BASELINE, type Both, CURRENT, inBoth, type World } from './world.ts';

/** Who filled the time before a milestone: a script by its node, an inline script, another script by its URL, … */
export type DelayOwner =
  | { readonly kind: 'node'; readonly node: UnionNode }
  | { readonly kind: 'inline' }
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'layout' }
  | { readonly kind: 'other' };

const INLINE: DelayOwner = { kind: 'inline' };
const LAYOUT: DelayOwner = { kind: 'layout' };
const OTHER: DelayOwner = { kind: 'other' };

/** Overlaps shorter than this are the edge of a task that belongs elsewhere. */
const SHORTEST_OVERLAP = 2;

/**
 * Divides the delay before a milestone, in each load, among the main-thread work that the long frames show in that
 * window: scripts, inline scripts, style and layout. What is left is "other", also where it is negative.
 * The parts of a load add up to its delay.
 */
export function findDelayOwners(union: Union, observed: Both<number>, delays: Both<number>): Delay[] {
  const shares = inBoth((world) =>
    shareDelay(union, { start: observed[world] - delays[world], end: observed[world] }, world),
  );
  const owners = new Map([...shares[BASELINE], ...shares[CURRENT]].map(([key, { owner }]) => [key, owner]));
  return [...owners].map(([key, owner]) => ({
    owner,
    time: inBoth((world) => shares[world].get(key)?.time ?? 0),
  }));
}

export interface Share {
  readonly owner: DelayOwner;
  readonly time: number;
}

function shareDelay(union: Union, window: Span, world: World): Map<string, Share> {
  const load = union.loads[world];
  const work = listWork(union, load, window);
  const delay = window.end - window.start;
  const total = [...work.values()].reduce((sum, { time }) => sum + time, 0);
  const scale = total > delay && total > 0 ? Math.max(0, delay) / total : 1;
  const shares = new Map<string, Share>();
  for (const [key, { owner, time }] of work) shares.set(key, { owner, time: time * scale });
  const used = Math.min(total, total * scale);
  shares.set('other', { owner: OTHER, time: delay - used });
  return shares;
}

/** Main-thread work that the long frames show between two moments. */
export function measureWork({ tasks, layouts }: Load, start: number, end: number): number {
  const window = { start, end };
  const scripted = tasks.reduce((sum, task) => {
    return sum + overlap(window, { start: task.start, end: task.start + task.duration });
  }, 0);
  return layouts.reduce((sum, span) => sum + overlap(window, span), scripted);
}

/** Who kept the main thread busiest between two moments of a load, and for how long; undefined when nobody did. */
export function findBusiest(union: Union, load: Load, window: Span): Share | undefined {
  return [...listWork(union, load, window).values()].sort((a, b) => b.time - a.time)[0];
}

function listWork(union: Union, load: Load, window: Span): Map<string, Share> {
  const work = new Map<string, Share>();
  const add = (key: string, owner: DelayOwner, time: number): void => {
    work.set(key, { owner, time: (work.get(key)?.time ?? 0) + time });
  };
  for (const task of load.tasks) {
    const time = overlap(window, { start: task.start, end: task.start + task.duration });
    if (time <= SHORTEST_OVERLAP) continue;
    const node = task.node && union.nodeOf.get(task.node);
    if (node?.index === 0) add('inline', INLINE, time);
    else if (node) add(`node ${node.index}`, { kind: 'node', node }, time);
    else add(`source ${task.source}`, { kind: 'source', source: task.source }, time);
  }
  const layout = load.layouts.reduce((sum, span) => sum + overlap(window, span), 0);
  if (layout > 0) add('layout', LAYOUT, layout);
  return work;
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
