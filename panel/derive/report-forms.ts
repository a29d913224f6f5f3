/** Everything a page's report can be saved as. */
export const REPORT_FORMS = ['json', 'markdown', 'html', 'junit', 'csv', 'otlp', 'har'] as const;

export type ReportForm = (typeof REPORT_FORMS)[number];

interface FileKind {
  /** What a notice calls it. */
  readonly title: string;
  readonly extension: string;
  readonly type: string;
}

export const FILE_KINDS: Readonly<Record<ReportForm, FileKind>> = {
  json: { title: 'report', extension: 'json', type: 'application/json' },
  markdown: { title: 'comparison', extension: 'md', type: 'text/markdown' },
  html: { title: 'web page', extension: 'html', type: 'text/html' },
  junit: { title: 'comparison', extension: 'xml', type: 'application/xml' },
  csv: { title: 'table of loads', extension: 'csv', type: 'text/csv' },
  har: { title: 'network log', extension: 'har', type: 'application/json' },
  otlp: { title: 'Web Vitals', extension: 'otlp.json', type: 'application/json' },
};

/** "budget-report-shop.test-checkout.json": what it is of, without characters that file systems refuse. */
export function nameReport(page: string | undefined, form: ReportForm = 'json'): string {
  const subject = page?.replace(/^https?:\/\//, '').replaceAll(/[^a-z0-9.]+/gi, '-') ?? 'all-pages';
  return `budget-report-${subject.replaceAll(/^-|-$/g, '').slice(0, 80)}.${FILE_KINDS[form].extension}`;
}
