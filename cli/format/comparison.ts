import type { PageComparison } from '../../src/domain/compare-reports.ts';
import { formatComparisonJson } from './comparison-json.ts';
import { formatComparisonJunit } from '../../src/domain/formats/comparison-junit.ts';
import { formatComparisonMarkdown } from '../../src/domain/formats/comparison-markdown.ts';
import { formatComparisonText } from './comparison-text.ts';
import type { FormatName } from './format-name.ts';

/** A comparison as text in the format asked for, with a final newline. `colour` concerns plain text alone. */
export function formatComparison(
  comparisons: readonly PageComparison[],
  format: FormatName,
  colour: boolean,
): string {
  switch (format) {
    case 'text':
      return formatComparisonText(comparisons, colour);
    case 'json':
      return formatComparisonJson(comparisons);
    case 'markdown':
      return formatComparisonMarkdown(comparisons);
    case 'junit':
      return formatComparisonJunit(comparisons);
  }
}
