import type { PageCheck } from '../../src/domain/check-report.ts';
import { formatNumbers } from './check-text.ts';
import { describeTarget } from '../../src/domain/formats/describe-target.ts';
import { escapeMarkdown } from '../../src/domain/formats/escape-markdown.ts';

export function formatCheckMarkdown(checks: readonly PageCheck[]): string {
  return `${checks.map(formatPage).join('\n\n')}\n`;
}

function formatPage({ page, results }: PageCheck): string {
  const rows = results.map((result) => {
    const [limit, actual, over] = formatNumbers(result);
    const status = result.status.replaceAll('-', ' ');
    const said = result.status === 'broken' ? `**${status}** (${over})` : status;
    return `| ${escapeMarkdown(describeTarget(result.target))} | ${limit} | ${actual} | ${said} |`;
  });
  return [
    `### ${escapeMarkdown(page)}`,
    '',
    '| Budget | Limit | Median | Status |',
    '| --- | ---: | ---: | --- |',
    ...rows,
  ].join('\n');
}
