import { InputError } from '../../src/domain/parse-report.ts';
import { type CheckInput, checkReport, type PageCheck } from '../../src/domain/check-report.ts';
import { type Command, UsageError } from '../command.ts';
import { BROKEN, type ExitCode, FAILED, FINE } from '../exit-code.ts';
import { formatCheck } from '../format/check.ts';
import { describeTarget } from '../../src/domain/formats/describe-target.ts';
import { FORMATS } from '../format/format-name.ts';
import { parseChoice, parseOptions } from '../parse-options.ts';
import { readBudgets, readReport } from '../read-input.ts';
import type { Terminal } from '../terminal.ts';

export const checkCommand: Command = {
  summary: 'check a report against a budget file',
  help: `Usage: pbm check <report.json> --budget FILE [--format text|json|markdown|junit]

Holds the median over each page's loads against the limits of a budget file. The file may be ours, or one of
Lighthouse, Lighthouse CI or sitespeed.io. A limit whose quantity was not measured never passes; limits relative to a
baseline are checked by pbm measure --baseline.

Our own format, a budget or a list of them:
  { "id": "shop", "name": "Shop", "pattern": "/shop/*", "limits": [
    { "type": "absolute", "target": { "kind": "metric", "metric": "largestContentfulPaint" }, "max": 2500 },
    { "type": "absolute", "target": { "kind": "resources", "type": "script", "measure": "transferSize" },
      "max": 350000 } ] }

Examples:
  pbm check report.json --budget budgets.json
  pbm check report.json --budget budgets.json --format junit > budgets.xml

Exit code: 0 all within, 1 a budget is broken, 2 it could not be checked, or not all of it.
`,
  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, {
      budget: { type: 'string' },
      format: { type: 'string' },
    });
    const format = parseChoice('--format', values.format, FORMATS);
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0)
      throw new UsageError(`expected one report, got ${positionals.length}`);
    if (values.budget === undefined) throw new UsageError('--budget: expected a file, got nothing');
    const report = await readReport(path);
    const budgets = await readBudgets(values.budget, terminal);
    const checks = checkNamed(path, { report, budgets });
    terminal.print(formatCheck(checks, format, terminal.colour));
    return concludeCheck(checks, values.budget, terminal);
  },
};

/** As `checkReport`, with the name of the report's file in its errors. */
export function checkNamed(path: string, input: CheckInput): PageCheck[] {
  try {
    return checkReport(input);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${path}: ${error.message}`);
  }
}

/** Broken outweighs not measured; not measured is not fine, and says which limit. */
export function concludeCheck(
  checks: readonly PageCheck[],
  budgetPath: string,
  terminal: Terminal,
): ExitCode {
  const results = checks.flatMap((check) => check.results.map((result) => ({ ...check, result })));
  if (results.some(({ result }) => result.status === 'broken')) return BROKEN;
  const unmeasured = results.filter(({ result }) => result.status === 'not-measured');
  for (const { page, visits, result } of unmeasured) {
    const wanted = result.limit === undefined ? 'a baseline' : 'a measurement';
    terminal.note(
      `${budgetPath}: ${result.budgetId}: ${describeTarget(result.target)}: expected ${wanted} of ${page}, got none in ${visits} loads`,
    );
  }
  return unmeasured.length > 0 ? FAILED : FINE;
}
