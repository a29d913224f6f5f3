import { type BudgetTarget, targetKey } from '../../src/domain/budget.ts';
import { escapePattern } from '../../src/domain/formats/path-pattern.ts';
import { METRIC_NAMES, type MetricName } from '../../src/domain/metric.ts';
import { RESOURCE_TYPES, type Snapshot } from '../../src/domain/snapshot.ts';
import type { BudgetDraft } from './budget-draft.ts';
import { nameMetric, titleMetric } from './metric-words.ts';
import { describeTarget } from './words.ts';
import { text } from '../text.ts';

export interface TargetOption {
  readonly key: string;
  /** Key of what its group is called. */
  readonly group:
    | 'groupMetrics'
    | 'groupSizes'
    | 'groupUnpacked'
    | 'groupRequests'
    | 'groupByName'
    | 'groupOther';
  readonly text: string;
  readonly target: BudgetTarget;
}

/** Targets whose name the user types. */
export type NamedTarget = Extract<BudgetTarget, { kind: 'resource' | 'user-timing' }>;

/** A list to choose a name from is searched by typing; past this many it is only weight. */
const MOST_SUGGESTIONS = 200;

function listNamedOptions(): TargetOption[] {
  return [
    {
      key: 'resource',
      group: 'groupByName',
      text: text('optionResource'),
      target: { kind: 'resource', pattern: '', measure: 'transferSize' },
    },
    {
      key: 'user-timing',
      group: 'groupByName',
      text: text('optionTiming'),
      target: { kind: 'user-timing', name: '' },
    },
  ];
}

/** What a limit can be about: every metric, every resource type, a name, and whatever the budget already has. */
export function listTargetOptions(budget: BudgetDraft): TargetOption[] {
  const standard = [
    ...metricTargets(),
    ...resourceTargets('transferSize'),
    ...resourceTargets('decodedSize'),
    ...resourceTargets('requests'),
    ...listNamedOptions(),
  ];
  const known = new Set(standard.map(({ key }) => key));
  const own = budget.limits
    .filter(({ target }) => !isNamed(target))
    .map(({ target }) => (target.kind === 'resources' ? withParty(target, undefined) : target))
    .map((target) => optionOf(target, 'groupOther'))
    .filter(({ key }) => !known.has(key) && known.add(key));
  return [...standard, ...own];
}

/**
 * Key of the option that stands for a target: all that are named by typing share one of their kind, and the parties of
 * a resource type share the one of their type.
 */
export function optionKey(target: BudgetTarget): string {
  if (target.kind === 'resources') return targetKey(withParty(target, undefined));
  return isNamed(target) ? target.kind : targetKey(target);
}

export type ResourcesTarget = Extract<BudgetTarget, { kind: 'resources' }>;

/** The same resources of one party, or of both. */
export function withParty(
  { party: _party, ...target }: ResourcesTarget,
  party: ResourcesTarget['party'],
): ResourcesTarget {
  return party === undefined ? target : { ...target, party };
}

export function isNamed(target: BudgetTarget): target is NamedTarget {
  return target.kind === 'resource' || target.kind === 'user-timing';
}

/** Names to choose from: what the latest load of the page had, as patterns that match exactly these. */
export function suggestNames(kind: NamedTarget['kind'], latest: Snapshot | undefined): string[] {
  if (!latest) return [];
  const names =
    kind === 'user-timing'
      ? latest.userTimings.map(({ name }) => name)
      : latest.resources.map(({ url }) => patternOf(url, latest.url));
  return [...new Set(names)].slice(0, MOST_SUGGESTIONS);
}

/** The first metric without a limit; a limit added by a click is then never a duplicate. */
export function nextTarget(budget: BudgetDraft): BudgetTarget {
  const used = new Set(budget.limits.map(({ target }) => optionKey(target)));
  const free = listTargetOptions(budget).find(({ key, group }) => group !== 'groupByName' && !used.has(key));
  return free?.target ?? { kind: 'metric', metric: 'load' };
}

/** A path for the page's own origin, so that the limit holds on every host the page is served from. */
function patternOf(url: string, pageUrl: string): string {
  const escaped = escapePattern(url.split('?')[0] ?? url);
  const origin = /^[a-z]+:\/\/[^/]*/i.exec(pageUrl)?.[0];
  return origin !== undefined && escaped.startsWith(`${origin}/`) ? escaped.slice(origin.length) : escaped;
}

function metricTargets(): TargetOption[] {
  return METRIC_NAMES.map((metric) => optionOf({ kind: 'metric', metric }, 'groupMetrics'));
}

const GROUPS: Readonly<Record<ResourcesTarget['measure'], TargetOption['group']>> = {
  transferSize: 'groupSizes',
  decodedSize: 'groupUnpacked',
  requests: 'groupRequests',
};

function resourceTargets(measure: ResourcesTarget['measure']): TargetOption[] {
  const types = [...RESOURCE_TYPES, 'total'] as const;
  return types.map((type) => optionOf({ kind: 'resources', type, measure }, GROUPS[measure]));
}

function optionOf(target: BudgetTarget, group: TargetOption['group']): TargetOption {
  const named = target.kind === 'metric' ? nameOption(target.metric) : describeTarget(target);
  return { key: targetKey(target), group, text: named, target };
}

/** "LCP: Largest Contentful Paint"; "Requests" has no other name. */
function nameOption(metric: MetricName): string {
  const [name, title] = [nameMetric(metric), titleMetric(metric)];
  return name === title ? name : text('metricOption', name, title);
}
