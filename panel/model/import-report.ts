import { InputError, parseReportInSteps } from '../../src/domain/parse-report.ts';
import type { Report } from '../../src/domain/report.ts';
import { request } from '../../src/protocol/channel.ts';
import { readBudgets, readPages } from '../../src/store/read.ts';
import { formatCount, formatList, formatValue } from '../format.ts';
import { text, textOfCount } from '../text.ts';
import { planImport } from '../derive/plan-import.ts';
import type { Database } from './database-model.ts';

/** Reading a larger file would stop the panel for seconds; a report of a thousand heavy loads is a tenth of it. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

export interface ImportOptions {
  readonly onProgress: (phase: ImportPhase, done: number, all: number) => void;
  readonly isCancelled: () => boolean;
}

export type ImportPhase = 'checking' | 'importing';

/** Longest piece of work between two breaths: half of a frame. */
const SLICE_MS = 8;

/**
 * Takes a report in. Resolves to a sentence about what was done, also when the user cancelled; throws an InputError for
 * a file that is no report.
 */
export async function importReport(db: Database, file: File, options: ImportOptions): Promise<string> {
  if (file.size > MAX_FILE_BYTES) {
    const most = formatValue(MAX_FILE_BYTES, 'bytes');
    throw new InputError(text('fileTooLarge', file.name, most, formatValue(file.size, 'bytes')));
  }
  const report = await parseInSlices(await file.text(), file.name, options);
  if (!report) return text('importCancelled');
  const plan = planImport(report, await readBudgets(db), (await readPages(db)).length > 0);
  for (const budget of plan.budgets) await request('saveBudget', budget);
  let imported = 0;
  let done = 0;
  for (const chunk of plan.chunks) {
    if (options.isCancelled()) break;
    options.onProgress('importing', done, plan.visits);
    imported += (await request('importVisits', chunk)).imported;
    done += chunk.length;
  }
  const known = done - imported;
  return [
    textOfCount('importedLoads', imported, [formatCount(imported), file.name]),
    known > 0 ? textOfCount('loadsKnown', known) : '',
    done < plan.visits ? textOfCount('cancelledWith', plan.visits - done) : '',
    plan.kept.length > 0 ? text('ownBudgetsKept', formatList(plan.kept)) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Undefined when it was cancelled. The panel stays usable meanwhile: only JSON.parse itself cannot be interrupted. */
async function parseInSlices(
  json: string,
  source: string,
  { onProgress, isCancelled }: ImportOptions,
): Promise<Report | undefined> {
  const steps = parseReportInSteps(json, source);
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (isCancelled()) return undefined;
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    onProgress('checking', step.value.done, step.value.all);
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}
