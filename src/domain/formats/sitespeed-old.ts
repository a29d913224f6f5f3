import * as v from 'valibot';
import type { Budget, BudgetLimit, BudgetTarget } from '../budget.ts';
import { parseWith } from '../parse-report.ts';
import { phrase } from '../words/phrase.ts';
import { createLosses, type Translation } from './translation.ts';

/** The form sitespeed.io had before: for each of its plugins a list of metrics by their path in that plugin's result. */
const fileSchema = v.record(
  v.string(),
  v.array(v.looseObject({ metric: v.string(), max: v.optional(v.pipe(v.number(), v.minValue(0))) })),
);

/** What stands for the plugin's own tree in the names of today's form. */
export type FindTarget = (section: string, name: string) => BudgetTarget | undefined;

const BROWSERTIME = 'browsertime.pageSummary';
const PAGEXRAY = 'pagexray.pageSummary';

export function isOldSitespeed(input: unknown): boolean {
  return typeof input === 'object' && input !== null && (BROWSERTIME in input || PAGEXRAY in input);
}

/** Reads the old form. Minimums, and what other plugins say, have no equal here and are listed as lost. */
export function importOldSitespeed(input: unknown, source: string, find: FindTarget): Translation<Budget[]> {
  const losses = createLosses();
  const limits = Object.entries(parseWith(fileSchema, input, source)).flatMap(([plugin, rows]) =>
    rows.flatMap(({ metric, max }): BudgetLimit[] => {
      const place = locate(plugin, metric);
      const target = place && find(place.section, place.name);
      if (!target || max === undefined) {
        losses.add(phrase('lostNoCost', `${plugin}: ${metric}`));
        return [];
      }
      if (place.statistic !== undefined && place.statistic !== 'median')
        losses.add(phrase('lostStatistic', `${plugin}: ${metric}`, place.statistic));
      return [{ type: 'absolute', target, max }];
    }),
  );
  return {
    value: limits.length > 0 ? [{ id: 'sitespeed', name: 'sitespeed.io', pattern: '*', limits }] : [],
    lost: losses.list(),
  };
}

interface Place {
  readonly section: string;
  readonly name: string;
  readonly statistic?: string;
}

/**
 * "statistics.timings.pageTimings.pageLoadTime.median" is pageLoadTime of the timings,
 * "contentTypes.css.transferSize" the css of the transferSize, "requests" the total of the requests.
 */
function locate(plugin: string, metric: string): Place | undefined {
  const parts = metric.split('.');
  if (plugin === BROWSERTIME) {
    const [root, section = '', ...rest] = parts;
    const statistic = rest.pop();
    const name = rest.findLast((part) => part !== 'pageTimings' && part !== 'renderTime');
    if (root !== 'statistics' || name === undefined || statistic === undefined) return undefined;
    return { section: section === 'visualMetrics' ? 'timings' : section, name, statistic };
  }
  if (plugin !== PAGEXRAY) return undefined;
  const [first = '', second, third] = parts;
  if (first === 'contentTypes' && second && third) return { section: third, name: second };
  return second === undefined ? { section: first, name: 'total' } : { section: first, name: second };
}
