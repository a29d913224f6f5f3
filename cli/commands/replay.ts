import { type ReplayedPage, replayPage } from '../../src/domain/replay-report.ts';
import { type Command, UsageError } from '../command.ts';
import { BROKEN, FINE } from '../exit-code.ts';
import { FORMATS } from '../format/format-name.ts';
import { formatReplay } from '../format/replay.ts';
import { parseChoice, parseOptions } from '../parse-options.ts';
import { readReport } from '../read-input.ts';

export const replayCommand: Command = {
  summary: "judge a report's loads in order, as the extension would have",
  help: `Usage: pbm replay <report.json> [--format text|json|markdown|junit]

Feeds the loads of a report one by one to the same reducer that runs in the extension, with the report's own rule and
budgets, and prints one line a load: its cohort, its verdict, and what began or ended with it.

Examples:
  pbm replay report.json
  pbm replay report.json --format json

Exit code: 0 nothing is open at the end, 1 a regression or a broken budget is, 2 the report could not be read.
`,
  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, { format: { type: 'string' } });
    const format = parseChoice('--format', values.format, FORMATS);
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0)
      throw new UsageError(`expected one report, got ${positionals.length}`);
    const report = await readReport(path);
    const pages = report.pages.map((page) => replayPage(report, page));
    terminal.print(formatReplay(pages, format, terminal.colour));
    return pages.some(isOpen) ? BROKEN : FINE;
  },
};

/** What was open after the last load of a cohort is open still. */
function isOpen({ page }: ReplayedPage): boolean {
  return Object.values(page.cohorts).some(
    ({ current }) => current.regressed.length > 0 || current.broken.length > 0,
  );
}
