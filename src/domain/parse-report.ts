import * as v from 'valibot';
import { type Report, reportSchema } from './report.ts';
import { type Snapshot, snapshotSchema } from './snapshot.ts';

/** What is wrong with an input, in one line: where, what was expected, what came. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/**
 * Parses the text of a report. Throws an InputError whose message is one line that names `source`, the path inside
 * the document, what was expected and what came: "report.json: pages[0].visits[2].revision: expected number, got string".
 */
export function parseReport(text: string, source: string): Report {
  const steps = parseReportInSteps(text, source);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The report with its visits unseen: they are what a large file is made of. */
const shellSchema = v.object({
  ...reportSchema.entries,
  pages: v.array(v.object({ ...reportSchema.entries.pages.item.entries, visits: v.array(v.unknown()) })),
});

/** How many of the visits have been looked at. */
export interface ParsingStep {
  readonly done: number;
  readonly all: number;
}

/** As `parseReport`, a visit at a time, so that whoever parses a large file can do other things in between, or stop. */
export function* parseReportInSteps(text: string, source: string): Generator<ParsingStep, Report> {
  const shell = parseWith(shellSchema, parseJson(text, source), source);
  const all = shell.pages.reduce((sum, page) => sum + page.visits.length, 0);
  const pages: Report['pages'] = [];
  let done = 0;
  for (const [i, page] of shell.pages.entries()) {
    const visits: Snapshot[] = [];
    for (const [j, visit] of page.visits.entries()) {
      visits.push(parseWith(snapshotSchema, visit, source, `pages[${i}].visits[${j}]`));
      yield { done: ++done, all };
    }
    pages.push({ ...page, visits });
  }
  return { ...shell, pages };
}

export function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${source}: expected JSON, got ${describeBadJson(text, error)}`);
  }
}

export function parseWith<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  source: string,
  /** Where in the document the input stands. */
  place = '',
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new InputError(`${source}: ${formatPath(issue, place)}: ${describeIssue(issue)}`);
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'expected a value, got nothing';
  const expected = issue.expected ?? issue.message.replace(/^expected /, '');
  return `expected ${expected}, got ${issue.received}`;
}

function formatPath(issue: v.BaseIssue<unknown>, place: string): string {
  const path = issue.path ?? [];
  const text = path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return (place + text).replace(/^\./, '') || 'the document';
}

function describeBadJson(text: string, error: unknown): string {
  if (text.trim() === '') return 'an empty file';
  const reason = error instanceof Error ? error.message : String(error);
  return `${JSON.stringify(text.trimStart().slice(0, 20))}… (${reason.split('\n', 1)[0]})`;
}
