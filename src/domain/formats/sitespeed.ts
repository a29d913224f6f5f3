import * as v from 'valibot';
import type { Budget, BudgetLimit, BudgetTarget } from '../budget.ts';
import type { MetricName } from '../metric.ts';
import { parseWith } from '../parse-report.ts';
import type { ResourceType } from '../snapshot.ts';
import { escapePattern } from './path-pattern.ts';
import { importOldSitespeed, isOldSitespeed } from './sitespeed-old.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { createLosses, type Translation } from './translation.ts';

/** sitespeed.io's budget file. Timings are milliseconds (medians of runs there), sizes bytes. */
const METRICS: Readonly<Record<string, MetricName>> = {
  'googleWebVitals.timeToFirstByte': 'timeToFirstByte',
  'googleWebVitals.firstContentfulPaint': 'firstContentfulPaint',
  'googleWebVitals.largestContentfulPaint': 'largestContentfulPaint',
  'googleWebVitals.interactionToNextPaint': 'interactionToNextPaint',
  'googleWebVitals.totalBlockingTime': 'totalBlockingTime',
  'googleWebVitals.cumulativeLayoutShift': 'cumulativeLayoutShift',
  'timings.firstContentfulPaint': 'firstContentfulPaint',
  'timings.largestContentfulPaint': 'largestContentfulPaint',
  'timings.loadEventEnd': 'load',
  'timings.pageLoadTime': 'load',
  'cpu.totalBlockingTime': 'totalBlockingTime',
  'cpu.longTasks': 'longTasks',
  'pageinfo.cumulativeLayoutShift': 'cumulativeLayoutShift',
  'requests.total': 'requests',
  'transferSize.total': 'transferSize',
  'contentSize.total': 'decodedSize',
};

const TYPES: Readonly<Record<string, ResourceType>> = {
  html: 'document',
  javascript: 'script',
  css: 'stylesheet',
  image: 'image',
  font: 'font',
};

const MEASURES: Readonly<Record<string, 'transferSize' | 'decodedSize' | 'requests'>> = {
  requests: 'requests',
  transferSize: 'transferSize',
  contentSize: 'decodedSize',
};

const PARTIES: Readonly<Record<string, 'first' | 'third'>> = { firstParty: 'first', thirdParty: 'third' };

/** Sections whose values are minimums, or judge something else than a load's cost. */
const FOREIGN = new Set(['score', 'lighthouse', 'gpsi', 'sustainable', 'axe', 'browser', 'scriptingmetrics']);

const sectionSchema = v.record(v.string(), v.pipe(v.number(), v.minValue(0)));
const fileSchema = v.looseObject({ budget: v.record(v.string(), v.record(v.string(), v.unknown())) });

export interface SitespeedBudget {
  readonly budget: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Reads a sitespeed.io budget: the defaults, and one budget for each exact URL that overrides them. Aliases of pages
 * are known only to that tool and are listed as lost, as are scores, which are minimums. Throws an InputError.
 */
export function importSitespeed(input: unknown, source: string): Translation<Budget[]> {
  if (isOldSitespeed(input)) return importOldSitespeed(input, source, importTarget);
  const losses = createLosses();
  const { budget } = parseWith(fileSchema, input, source);
  const defaults: BudgetLimit[] = [];
  const ofUrls: Budget[] = [];
  for (const [key, content] of Object.entries(budget)) {
    if (/^https?:\/\//.test(key)) {
      const limits = Object.entries(content).flatMap(([section, values]) =>
        importSection(
          section,
          parseWith(sectionSchema, values, `${source}: budget["${key}"].${section}`),
          losses.add,
        ),
      );
      ofUrls.push({ id: `sitespeed-${ofUrls.length + 1}`, name: key, pattern: escapePattern(key), limits });
    } else if (isSection(key)) {
      const section = parseWith(sectionSchema, content, `${source}: budget.${key}`);
      defaults.push(...importSection(key, section, losses.add));
    } else {
      losses.add(phrase('lostAlias', `budget.${key}`));
    }
  }
  const everywhere: Budget = { id: 'sitespeed', name: 'sitespeed.io', pattern: '*', limits: defaults };
  return { value: defaults.length > 0 ? [everywhere, ...ofUrls] : ofUrls, lost: losses.list() };
}

/** Writes a sitespeed.io budget: "*" becomes the defaults, an exact URL its own entry. */
export function exportSitespeed(budgets: readonly Budget[]): Translation<SitespeedBudget> {
  const losses = createLosses();
  const value: Record<string, Record<string, unknown>> = {};
  for (const budget of budgets) {
    const isUrl = /^https?:\/\//.test(budget.pattern) && !/(^|[^\\])[*{}()?]/.test(budget.pattern.slice(8));
    if (budget.pattern !== '*' && !isUrl) {
      losses.add(phrase('lostExactUrls', budget.name, budget.pattern));
      continue;
    }
    if (budget.replacesEarlier && isUrl) {
      losses.add(phrase('lostMerged', budget.name));
    }
    const sections = exportSections(budget, losses.add);
    if (isUrl) value[budget.pattern.replaceAll(/\\(.)/g, '$1')] = sections;
    else Object.assign(value, sections);
  }
  return { value: { budget: value }, lost: losses.list() };
}

function isSection(key: string): boolean {
  const known = Object.keys(METRICS).some((name) => name.startsWith(`${key}.`));
  return known || key in MEASURES || key in PARTIES || key === 'usertimings' || FOREIGN.has(key);
}

function importSection(
  section: string,
  values: Readonly<Record<string, number>>,
  lose: (sentence: Phrase) => void,
): BudgetLimit[] {
  return Object.entries(values).flatMap(([name, max]): BudgetLimit[] => {
    const target = importTarget(section, name);
    if (!target) lose(phrase('lostNoCost', `${section}.${name}`));
    if (section === 'googleWebVitals' && name === 'timeToFirstByte') {
      lose(phrase('lostBackEndTime', `${section}.${name}`));
    }
    return target ? [{ type: 'absolute', target, max }] : [];
  });
}

function importTarget(section: string, name: string): BudgetTarget | undefined {
  const metric = METRICS[`${section}.${name}`];
  if (metric) return { kind: 'metric', metric };
  if (section === 'usertimings') return { kind: 'user-timing', name };
  if (section === 'timings') return { kind: 'unmeasurable', name };
  const type = TYPES[name];
  const measure = MEASURES[section];
  if (type && measure) return { kind: 'resources', type, measure };
  const party = PARTIES[section];
  const partyMeasure = MEASURES[name];
  return party && partyMeasure
    ? { kind: 'resources', type: 'total', party, measure: partyMeasure }
    : undefined;
}

function exportSections(
  budget: Budget,
  lose: (sentence: Phrase) => void,
): Record<string, Record<string, number>> {
  const sections: Record<string, Record<string, number>> = {};
  for (const limit of budget.limits) {
    const place = limit.type === 'absolute' ? exportTarget(limit.target) : undefined;
    if (!place || limit.type !== 'absolute') {
      lose(phrase('lostNoPlace', budget.name, limit.type, limit.target.kind));
      continue;
    }
    sections[place.section] = { ...sections[place.section], [place.name]: limit.max };
  }
  return sections;
}

function exportTarget(target: BudgetTarget): { section: string; name: string } | undefined {
  switch (target.kind) {
    case 'metric':
      return splitKey(Object.keys(METRICS).find((key) => METRICS[key] === target.metric));
    case 'user-timing':
      return { section: 'usertimings', name: target.name };
    case 'unmeasurable':
      return { section: 'timings', name: target.name };
    case 'resources':
      return exportResources(target);
    case 'resource':
      return undefined;
  }
}

function exportResources(
  target: Extract<BudgetTarget, { kind: 'resources' }>,
): { section: string; name: string } | undefined {
  const section = Object.keys(MEASURES).find((key) => MEASURES[key] === target.measure);
  if (!section) return undefined;
  if (target.party)
    return target.type === 'total' ? { section: `${target.party}Party`, name: section } : undefined;
  if (target.type === 'total') return { section, name: 'total' };
  const name = Object.keys(TYPES).find((key) => TYPES[key] === target.type);
  return name ? { section, name } : undefined;
}

function splitKey(key: string | undefined): { section: string; name: string } | undefined {
  const [section, name] = key?.split('.') ?? [];
  return section && name ? { section, name } : undefined;
}
