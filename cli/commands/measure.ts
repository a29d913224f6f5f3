import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Budget } from '../../src/domain/budget.ts';
import { classifyCohort } from '../../src/domain/cohort.ts';
import { InputError } from '../../src/domain/parse-report.ts';
import { METRIC_NAMES } from '../../src/domain/metric.ts';
import { type Report, serializeReport } from '../../src/domain/report.ts';
import { median } from '../../src/domain/statistics.ts';
import type { MetricVerdicts } from '../../src/domain/verdict.ts';
import { type Command, UsageError } from '../command.ts';
import { type ExitCode, FINE } from '../exit-code.ts';
import { formatCheck } from '../format/check.ts';
import { formatComparison } from '../format/comparison.ts';
import { formatReportText } from '../format/report-text.ts';
import { formatPlural, formatValue } from '../../src/domain/formats/value.ts';
import type { CacheMode } from '../measure/load-page.ts';
import { type MeasuredLoad, measurePages } from '../measure/measure-pages.ts';
import { parseChoice, parseCount, parseOptions } from '../parse-options.ts';
import { describeFailure, readBudgets, readReport } from '../read-input.ts';
import type { Terminal } from '../terminal.ts';
import { checkNamed, concludeCheck } from './check.ts';
import { codeOf, comparePair } from './compare.ts';

/** Fewer than the eight of the default tell less; more than a hundred is a mistake. */
const RUNS = { fallback: 8, least: 1, most: 100 };

export const measureCommand: Command = {
  summary: 'load pages in a real browser and report what they cost',
  help: `Usage: pbm measure <url>... [options]

Loads each page several times in a Chromium with the built extension, and reads what the extension itself stored.
One more load of each page comes first and does not count. Each waits a while for a moment in which the machine is calm.

  --runs N            loads of each page that count (default 8)
  --cache cold|warm   cold (default): empty the caches before each load. warm: a repeat view
  --budget FILE       hold the medians against these budgets
  --baseline REPORT   compare with an earlier report
  --out REPORT        write what was measured, for later comparisons and for import in the panel
  --headed            show the browser

Examples:
  pbm measure http://localhost:3000/ --out before.json
  pbm measure http://localhost:3000/ --baseline before.json
  pbm measure https://example.com/ https://example.com/shop --runs 5 --budget budgets.json

The Chromium is the one PBM_CHROMIUM names, else Playwright's, else the system's.
Exit code: 0 fine, 1 a budget is broken or a metric regressed, 2 it could not be measured.
`,
  async run(args, terminal) {
    const request = parseRequest(args);
    const budgets = request.budget === undefined ? [] : await readBudgets(request.budget, terminal);
    const baseline = request.baseline === undefined ? undefined : await readReport(request.baseline);
    if (request.out !== undefined) await makeFolderOf(request.out);
    let busy = 0;
    const report = await measurePages({
      ...request,
      budgets,
      onStart: (what) => terminal.progress(what),
      onLoad: (url, load) => {
        if (load.isBusy) busy++;
        terminal.note(`${url.href}  ${load.run} of ${request.runs}: ${describeRun(load, request.cache)}`);
      },
    });
    terminal.progress(undefined);
    if (busy > 0) terminal.note(describeBusy(busy, request.runs * request.urls.length));
    if (request.out !== undefined) await writeReport(request.out, report);
    terminal.print(formatReportText(report, terminal.colour));
    const code =
      request.budget === undefined
        ? FINE
        : check(report, { budgets, path: request.budget, baseline, terminal });
    if (!baseline || request.baseline === undefined) return code;
    const comparisons = comparePair(
      { path: request.baseline, report: baseline },
      { path: request.out ?? 'this measurement', report },
    );
    terminal.print(`\n${formatComparison(comparisons, 'text', terminal.colour)}`);
    return graver(code, codeOf(comparisons));
  },
};

function parseRequest(args: readonly string[]) {
  const { values, positionals } = parseOptions(args, {
    runs: { type: 'string' },
    cache: { type: 'string' },
    budget: { type: 'string' },
    baseline: { type: 'string' },
    out: { type: 'string' },
    headed: { type: 'boolean', default: false },
  });
  if (positionals.length === 0) throw new UsageError('expected a URL, got nothing');
  return {
    urls: positionals.map(parseUrl),
    runs: parseCount('--runs', values.runs, RUNS),
    cache: parseChoice('--cache', values.cache, ['cold', 'warm']),
    headed: values.headed,
    budget: values.budget,
    baseline: values.baseline,
    out: values.out,
  };
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new UsageError(`expected a URL such as http://localhost:3000/, got ${text}`);
}

/** How long it took, and why it might not be what was asked for. */
function describeRun({ visit, isBusy }: MeasuredLoad, cache: CacheMode): string {
  const { snapshot, judgement } = visit;
  const { load } = snapshot.metrics;
  const facts = [load === undefined ? 'no load event' : `load ${formatValue(load, 'ms')}`];
  if (judgement.excluded.length > 0) facts.push(`not judged: ${judgement.excluded.join(', ')}`);
  else if (classifyCohort(snapshot).cache !== cache)
    facts.push(`the site's cache headers made it a ${classifyCohort(snapshot).cache} load`);
  if (isBusy) facts.push('the machine was busy');
  return facts.join(', ');
}

function describeBusy(busy: number, all: number): string {
  return `${busy} of ${formatPlural(all, 'load')} began on a busy machine and may be slower than the page is`;
}

interface CheckRequest {
  readonly budgets: readonly Budget[];
  readonly path: string;
  readonly baseline: Report | undefined;
  readonly terminal: Terminal;
}

function check(report: Report, { budgets, path, baseline, terminal }: CheckRequest): ExitCode {
  const baselines = baseline && readLevels(baseline);
  const checks = checkNamed('this measurement', { report, budgets, ...(baselines && { baselines }) });
  terminal.print(`\n${formatCheck(checks, 'text', terminal.colour)}`);
  return concludeCheck(checks, path, terminal);
}

/** The medians of an earlier report, as the levels that relative limits refer to. */
function readLevels(report: Report): Map<string, MetricVerdicts> {
  return new Map(
    report.pages.map(({ key, visits }) => {
      const levels = METRIC_NAMES.flatMap((name) => {
        const values = visits.flatMap(({ metrics }) => metrics[name] ?? []);
        if (values.length === 0) return [];
        return [[name, { verdict: 'unchanged', baseline: { value: median(values), n: values.length } }]];
      });
      return [key, Object.fromEntries(levels) as MetricVerdicts];
    }),
  );
}

/** Before the first load: what cannot be written is known now, not after minutes of measuring. */
async function makeFolderOf(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw new InputError(`${path}: expected a file that can be written, got ${describeFailure(error)}`);
  }
}

async function writeReport(path: string, report: Report): Promise<void> {
  try {
    await writeFile(path, serializeReport(report));
  } catch (error) {
    throw new InputError(`${path}: expected a file that can be written, got ${describeFailure(error)}`);
  }
}

/** What was found to be broken outweighs what could not be done. */
function graver(a: ExitCode, b: ExitCode): ExitCode {
  if (a === 1 || b === 1) return 1;
  return Math.max(a, b) as ExitCode;
}
