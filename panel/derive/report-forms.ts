import type { MessageKey } from '../text.ts';

/** Everything a page's report can be saved as. */
export const REPORT_FORMS = ['json', 'markdown', 'html', 'junit', 'csv', 'otlp', 'har'] as const;

export type ReportForm = (typeof REPORT_FORMS)[number];

interface FileKind {
  /** What a notice calls it. */
  readonly title: MessageKey;
  readonly extension: string;
  readonly type: string;
}

export const FILE_KINDS: Readonly<Record<ReportForm, FileKind>> = {
  json: { title: 'kindReport', extension: 'json', type: 'application/json' },
  markdown: { title: 'kindComparison', extension: 'md', type: 'text/markdown' },
  html: { title: 'kindWebPage', extension: 'html', type: 'text/html' },
  junit: { title: 'kindComparison', extension: 'xml', type: 'application/xml' },
  csv: { title: 'kindTable', extension: 'csv', type: 'text/csv' },
  har: { title: 'kindNetworkLog', extension: 'har', type: 'application/json' },
  otlp: { title: 'kindVitals', extension: 'otlp.json', type: 'application/json' },
};

/** "budget-report-shop.test-checkout.json": what it is of, without characters that file systems refuse. */
export function nameReport(page: string | undefined, form: ReportForm = 'json'): string {
  const subject = page?.replace(/^https?:\/\//, '').replaceAll(/[^a-z0-9.]+/gi, '-') ?? 'all-pages';
  return `budget-report-${subject.replaceAll(/^-|-$/g, '').slice(0, 80)}.${FILE_KINDS[form].extension}`;
}
