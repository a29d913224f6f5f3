import { compareReports, type PageComparison } from '../../src/domain/compare-reports.ts';
import { InputError } from '../../src/domain/parse-report.ts';
import { type Command, UsageError } from '../command.ts';
import { BROKEN, type ExitCode, FINE } from '../exit-code.ts';
import { formatComparison } from '../format/comparison.ts';
import { FORMATS } from '../format/format-name.ts';
import { parseChoice, parseOptions } from '../parse-options.ts';
import { readReport } from '../read-input.ts';
import type { Report } from '../../src/domain/report.ts';

export const compareCommand: Command = {
  summary: 'compare two reports: what got worse, and why',
  help: `Usage: pbm compare <baseline.json> <current.json> [--format text|json|markdown|junit]

Compares the pages that two reports have in common: for each metric the medians, whether the change is more than
noise, and the causes of the change, ranked by what they contribute. Reports come from pbm measure and from the
panel's export. Contributions and what is not explained add up to the change; a rest too small to be a cause is left
out of texts. "too noisy to tell" is a difference that loads which scatter like these could not confirm.

  --format text       for people (default); coloured on a terminal unless NO_COLOR is set
  --format json       for programs
  --format markdown   for a comment on a pull request
  --format junit      for a continuous integration server

Examples:
  pbm compare before.json after.json
  pbm compare main.json branch.json --format markdown > comment.md

Exit code: 0 nothing regressed, 1 a metric regressed, 2 the reports could not be compared.
`,
  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, { format: { type: 'string' } });
    const format = parseChoice('--format', values.format, FORMATS);
    const [baselinePath, currentPath, ...rest] = positionals;
    if (baselinePath === undefined || currentPath === undefined || rest.length > 0) {
      throw new UsageError(`expected two reports, got ${positionals.length}`);
    }
    const baseline = await readReport(baselinePath);
    const current = await readReport(currentPath);
    const comparisons = comparePair(
      { path: baselinePath, report: baseline },
      { path: currentPath, report: current },
    );
    terminal.print(formatComparison(comparisons, format, terminal.colour));
    return codeOf(comparisons);
  },
};

interface NamedReport {
  readonly path: string;
  readonly report: Report;
}

/** Compares two reports, and says in an error which files they came from. */
export function comparePair(baseline: NamedReport, current: NamedReport): PageComparison[] {
  try {
    return compareReports(baseline.report, current.report);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${current.path}: ${error.message}`);
  }
}

export function codeOf(comparisons: readonly PageComparison[]): ExitCode {
  return comparisons.some(({ verdict }) => verdict === 'regressed') ? BROKEN : FINE;
}
