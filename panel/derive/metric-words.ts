import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import { type MessageKey, text } from '../text.ts';

interface Words {
  readonly label?: MessageKey;
  readonly title?: MessageKey;
}

/** Those that are words; LCP and "Largest Contentful Paint" are proper names in every language. */
export const METRIC_WORDS: { readonly [Name in MetricName]?: Words } = {
  domInteractive: { label: 'titleDomInteractive', title: 'titleDomInteractive' },
  load: { label: 'metricLoad', title: 'titleLoad' },
  longTasks: { label: 'metricLongTasks', title: 'titleLongTasks' },
  longestTask: { label: 'metricLongestTask', title: 'titleLongestTask' },
  requests: { label: 'requests', title: 'requests' },
  transferSize: { label: 'metricTransfer', title: 'titleTransfer' },
  decodedSize: { label: 'metricDecoded', title: 'titleDecoded' },
};

/** What a metric is called where there is little room: "LCP", "Long tasks". */
export function nameMetric(metric: MetricName): string {
  const key = METRIC_WORDS[metric]?.label;
  return key ? text(key) : METRICS[metric].label;
}

/** The same in full: "Largest Contentful Paint", "Tasks of 50 ms and more". */
export function titleMetric(metric: MetricName): string {
  const key = METRIC_WORDS[metric]?.title;
  return key ? text(key) : METRICS[metric].title;
}
