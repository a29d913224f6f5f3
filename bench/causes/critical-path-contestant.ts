import type { MetricName } from '../../src/domain/metric.ts';
import { prepareLoad } from '../../src/domain/replay/prepare-load.ts';
import type { LoadNode } from '../../src/domain/replay/load.ts';
import { matchResources } from '../../src/domain/match/match-resources.ts';
import type { Resource, Snapshot } from '../../src/domain/snapshot.ts';
import { middleLoad } from './middle-load.ts';
import type { Contestant, Suspect } from './contestant.ts';

/** How much of the way to the metric each resource took; undefined stands for the document. */
type Path = Map<Resource | undefined, number>;

/** Nothing that ended longer before a request can have caused it. */
const LONGEST_GAP = 250;

/**
 * The usual way to ask why: from the metric back through whatever ended last before, each step's time to the resource
 * it was spent on, and then the difference between the two paths, resource by resource.
 */
export const criticalPathContestant: Contestant = {
  name: 'critical path',
  accuse(baseline, current, metric) {
    const [before, after] = [middleLoad(baseline, metric), middleLoad(current, metric)];
    const paths = [before, after].map((load) => tracePath(load, metric));
    const [old = new Map(), recent = new Map()] = paths;
    const resources = [before, after].map((load) => load.resources.filter(({ type }) => type !== 'document'));
    const { matches } = matchResources(resources[0] ?? [], resources[1] ?? []);
    const partner = new Map(matches.map(({ baseline: a, current: b }) => [a, b]));
    const growth: Path = new Map(recent);
    for (const [resource, time] of old) {
      const key = resource && (partner.get(resource) ?? resource);
      growth.set(key, (growth.get(key) ?? 0) - time);
    }
    return [...growth]
      .filter(([, time]) => time > 0)
      .sort(([, a], [, b]) => b - a)
      .map(
        ([resource, contribution]): Suspect =>
          resource
            ? { kind: 'resource', resource: resource.url, contribution }
            : { kind: 'document', contribution },
      );
  },
};

function tracePath(snapshot: Snapshot, metric: MetricName): Path {
  const load = prepareLoad(snapshot);
  const path: Path = new Map();
  const spend = (node: LoadNode | undefined, time: number): void => {
    const key = node?.type === 'document' ? undefined : node?.resource;
    path.set(key, (path.get(key) ?? 0) + Math.max(0, time));
  };
  let moment = snapshot.metrics[metric] ?? 0;
  let rest = load.nodes.slice(1).filter((node) => counts(node, snapshot, metric));
  let atMetric = true;
  while (true) {
    const ended = rest.filter(({ executed }) => executed <= moment + 5);
    const last = ended.reduce<LoadNode | undefined>(
      (best, node) => (!best || node.executed > best.executed ? node : best),
      undefined,
    );
    if (!last || (!atMetric && moment - last.executed > LONGEST_GAP)) break;
    spend(last, moment - last.start);
    moment = last.start;
    atMetric = false;
    rest = load.nodes
      .slice(1)
      .filter(({ type, executed }) => isParent(type) && executed <= moment + 5 && executed < last.executed);
  }
  spend(undefined, moment);
  return path;
}

/** What the metric waits for directly, by its own definition. */
function counts(node: LoadNode, { vitals, metrics }: Snapshot, metric: MetricName): boolean {
  if (metric === 'firstContentfulPaint') return node.renderBlocking;
  if (metric === 'largestContentfulPaint') {
    const { url } = vitals.largestContentfulPaint ?? {};
    return url ? node.url === url : node.renderBlocking || isParent(node.type) || node.type === 'font';
  }
  if (metric === 'domContentLoaded') return node.type === 'script' && node.scheduling !== 'async';
  return node.end <= (metrics[metric] ?? 0) + 5;
}

function isParent(type: LoadNode['type']): boolean {
  return type === 'script' || type === 'stylesheet' || type === 'fetch';
}
