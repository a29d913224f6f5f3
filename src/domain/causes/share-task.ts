import type { LoadNode, Span, Task } from '../replay/load.ts';
import { inBoth, type World } from '../replay/world.ts';
import type { Resource } from '../snapshot.ts';
import { phrase } from '../words/phrase.ts';
import { blameOneSided } from './blame-resource.ts';
import type { CauseFacts, Change } from './definition.ts';
import { hasDomChanged, readElements } from './dom-size.ts';
import { identityOf } from './identity.ts';
import type { Blame } from './ledger.ts';
import type { Pair } from './pair.ts';
import { isResized, workDiffers } from './significance.ts';

export interface TaskShare {
  readonly blame: Blame;
  /** Of the task, from 0 to 1. */
  readonly share: number;
}

/** Overlaps shorter than this are the edge of a neighbour. */
const SHORTEST_OVERLAP = 1;

/** Who filled a task, by falling share. Shares add up to 1 at most: the rest of the task is nobody's. */
export function shareTask(pair: Pair, world: World, span: Span): TaskShare[] {
  const { tasks, layouts } = pair.loads[world];
  const scripts = tasks.flatMap((task) => {
    const time = overlap(span, { start: task.start, end: task.start + task.duration });
    return time > SHORTEST_OVERLAP ? [{ blame: blameTask(pair, world, task), time }] : [];
  });
  const scripted = scripts.reduce((sum, { time }) => sum + time, 0);
  const whole = Math.max(span.end - span.start, scripted);
  const layout = Math.min(
    whole - scripted,
    layouts.reduce((sum, other) => sum + overlap(span, other), 0),
  );
  const all = layout > SHORTEST_OVERLAP ? [...scripts, { blame: blameLayout(pair), time: layout }] : scripts;
  return all.map(({ blame, time }) => ({ blame, share: time / whole })).sort((a, b) => b.share - a.share);
}

function blameTask(pair: Pair, world: World, { node, source }: Task): Blame {
  if (!node) {
    const facts = {
      count: 0,
      names: { current: source || phrase('unnamedScript') },
      time: timeOfSource(pair, source),
    };
    return withEnvironment(pair, {
      kind: 'script-execution',
      key: `script-execution ${source}`,
      facts,
      certainty: 1,
    });
  }
  const [document] = pair.loads[world].nodes;
  const resource = node.resource;
  if (node === document || !resource) return blameInline(pair, document);
  const match = pair.matchOf().get(resource);
  if (!match) return blameOneSided(pair, resource, world);
  return withEnvironment(pair, blameScript(pair, match.baseline, match.current, match.confidence));
}

function blameInline(pair: Pair, { resource }: LoadNode): Blame {
  const time = timeOf(pair, (task, [document]) => task.node === document);
  const facts = { ...(resource && { resource }), count: 0, time };
  return { kind: 'inline-script', key: 'inline-script', facts, certainty: 1 };
}

/** A script that grew in bytes and in time has new code; one that grew in time alone does more with the old. */
function blameScript(pair: Pair, before: Resource, after: Resource, certainty: number): Blame {
  const time = timeOf(pair, ({ node }) => node?.resource === before || node?.resource === after);
  const size = { baseline: before.encodedSize ?? 0, current: after.encodedSize ?? 0 };
  const grown = isResized(size) && workDiffers(time);
  const kind = grown ? 'resized-resource' : 'script-execution';
  const facts: CauseFacts = { resource: after, count: 1, time, ...(grown && { size }) };
  return { kind, key: `${kind} ${identityOf(after)}`, facts, certainty };
}

function blameLayout(pair: Pair): Blame {
  const [before, after] = pair.loads;
  const elements = readElements([before.snapshot.document.elements, after.snapshot.document.elements]);
  if (elements && hasDomChanged(elements)) {
    const resource = after.nodes[0].resource;
    const facts = { ...(resource && { resource }), count: 0, elements };
    return { kind: 'dom-size', key: 'dom-size', facts, certainty: 1 };
  }
  const time = { baseline: timeOfLayout(before.layouts), current: timeOfLayout(after.layouts) };
  return { kind: 'style-layout', key: 'style-layout', facts: { count: 0, time }, certainty: 1 };
}

/** Where every script ran longer by one factor, only those that differ beyond it are to blame themselves. */
function withEnvironment(pair: Pair, blame: Blame): Blame {
  const player = pair.players().named.find(({ kind }) => kind === 'environment-cpu');
  const { time } = blame.facts;
  const factor = player?.facts.factor;
  if (!player || !time || factor === undefined) return blame;
  const scaled = { baseline: time.baseline * factor, current: time.current };
  return workDiffers(scaled, { time: 20, share: 0.4 })
    ? blame
    : { kind: player.kind, key: player.key, facts: player.facts, certainty: 1 };
}

function timeOfSource(pair: Pair, source: string): Change {
  return timeOf(pair, (task) => !task.node && task.source === source);
}

function timeOf({ loads }: Pair, test: (task: Task, nodes: readonly LoadNode[]) => boolean): Change {
  const [baseline, current] = inBoth((world) => {
    const { tasks, nodes } = loads[world];
    return tasks.filter((task) => test(task, nodes)).reduce((sum, { duration }) => sum + duration, 0);
  });
  return { baseline, current };
}

function timeOfLayout(layouts: readonly Span[]): number {
  return layouts.reduce((sum, { start, end }) => sum + end - start, 0);
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
