import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What the page itself says of a visit in it. */
export interface OracleMetric {
  readonly name: 'CLS' | 'FCP' | 'INP' | 'LCP' | 'TTFB';
  readonly value: number;
  readonly navigationType: string;
  /** Absent but for soft navigations and restores, which begin after the document. */
  readonly navigationStartTime?: number;
  readonly parts: { readonly [part: string]: number | undefined };
}

export interface Span {
  readonly startTime: number;
  readonly duration: number;
}

export interface OracleReport {
  readonly url: string;
  readonly timeOrigin: number;
  readonly metrics: readonly OracleMetric[];
  readonly userTimings: readonly Span[];
  readonly longTasks: readonly Span[];
}

/**
 * web-vitals with its attribution, as published, in the main world of the page. Every change is noted: left alone, the
 * library forgets an interaction that it had not found the time to look at before the page was hidden. What it has
 * reported is kept in the tab's session storage whenever the page is hidden, after web-vitals has told its last values:
 * a beacon of a page that is being left is sometimes lost. It stands inline in every page: a prerendered page or one
 * out of a cache has it as well.
 */
export async function readOracleScript(): Promise<string> {
  const library = createRequire(import.meta.url).resolve('web-vitals/attribution');
  const source = await readFile(library, 'utf8');
  return `${source.replace(/\/\/# sourceMappingURL.*/, '')}\n(${observe.toString()})(webVitals);`;
}

interface WebVitals {
  readonly [on: string]: (
    listener: (metric: Record<string, unknown>) => void,
    options: Record<string, boolean>,
  ) => void;
}

/** Runs in the page: it may use nothing but its argument. */
function observe(webVitals: WebVitals): void {
  const metrics = new Map<string, unknown>();
  for (const on of ['onCLS', 'onFCP', 'onINP', 'onLCP', 'onTTFB']) {
    webVitals[on]?.(
      ({ id, name, value, navigationType, navigationStartTime, attribution }) => {
        const parts = Object.fromEntries(
          Object.entries(attribution as object).filter((part) => typeof part[1] === 'number'),
        );
        metrics.set(String(id), { name, value, navigationType, navigationStartTime, parts });
      },
      { reportAllChanges: true, reportSoftNavs: true },
    );
  }
  const told: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => told.push(...list.getEntries()));
  for (const type of ['mark', 'measure', 'longtask']) observer.observe({ type, buffered: true });
  const report = (): void => {
    const { timeOrigin } = performance;
    told.push(...observer.takeRecords());
    const select = (...types: string[]) =>
      told
        .filter(({ entryType }) => types.includes(entryType))
        .map(({ startTime, duration }) => ({ startTime, duration }));
    const body = {
      url: location.href,
      timeOrigin,
      metrics: [...metrics.values()],
      userTimings: select('mark', 'measure'),
      longTasks: select('longtask'),
    };
    sessionStorage.setItem('oracle', JSON.stringify(body));
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') report();
  });
  // A page that has always been hidden is left without a change of visibility.
  addEventListener('pagehide', report);
}
