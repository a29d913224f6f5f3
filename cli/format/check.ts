import type { PageCheck } from '../../src/domain/check-report.ts';
import { formatCheckJson } from './check-json.ts';
import { formatCheckJunit } from './check-junit.ts';
import { formatCheckMarkdown } from './check-markdown.ts';
import { formatCheckText } from './check-text.ts';
import type { FormatName } from './format-name.ts';

export function formatCheck(checks: readonly PageCheck[], format: FormatName, colour: boolean): string {
  switch (format) {
    case 'text':
      return formatCheckText(checks, colour);
    case 'json':
      return formatCheckJson(checks);
    case 'markdown':
      return formatCheckMarkdown(checks);
    case 'junit':
      return formatCheckJunit(checks);
  }
}
