import { METRICS, type MetricName } from '../metric.ts';
import type { Snapshot } from '../snapshot.ts';

/** Names of OpenTelemetry's `browser.web_vital` event for the metrics that have one. */
const WEB_VITALS: readonly (readonly [MetricName, string])[] = [
  ['cumulativeLayoutShift', 'cls'],
  ['firstContentfulPaint', 'fcp'],
  ['interactionToNextPaint', 'inp'],
  ['largestContentfulPaint', 'lcp'],
  ['timeToFirstByte', 'ttfb'],
];

const NANOSECONDS = '000000';
const INFO = 9;

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue: string } | { readonly doubleValue: number };
}

/**
 * The Web Vitals of visits as an OTLP/JSON export request: one log record of the event `browser.web_vital` each, as the
 * semantic conventions name it. A file to import elsewhere; nothing is ever sent.
 */
export function serializeOtlp(snapshots: readonly Snapshot[], version: string): string {
  const request = {
    resourceLogs: [
      {
        resource: { attributes: [text('service.name', 'performance-budget-monitor')] },
        scopeLogs: [
          {
            scope: { name: 'performance-budget-monitor', version },
            logRecords: snapshots.flatMap(listRecords),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(request, null, 2)}\n`;
}

function listRecords(snapshot: Snapshot): object[] {
  return WEB_VITALS.flatMap(([metric, name]) => {
    const value = snapshot.metrics[metric];
    if (value === undefined) return [];
    return [
      {
        timeUnixNano: Math.round(snapshot.startedAt) + NANOSECONDS,
        severityNumber: INFO,
        severityText: 'INFO',
        eventName: 'browser.web_vital',
        attributes: [
          text('browser.web_vital.name', name),
          number('browser.web_vital.value', value),
          // A whole visit is one report, so all of the value is new.
          number('browser.web_vital.delta', value),
          text('browser.web_vital.id', `${snapshot.visitId}-${name}`),
          text('browser.web_vital.rating', rate(metric, value)),
          text('browser.web_vital.navigation_type', snapshot.navigation.kind),
          text('browser.document.url.full', snapshot.url),
        ],
      },
    ];
  });
}

function rate(metric: MetricName, value: number): string {
  const { rating } = METRICS[metric];
  if (!rating || value <= rating.good) return 'good';
  return value > rating.poor ? 'poor' : 'needs-improvement';
}

function text(key: string, value: string): Attribute {
  return { key, value: { stringValue: value } };
}

function number(key: string, value: number): Attribute {
  return { key, value: { doubleValue: value } };
}
