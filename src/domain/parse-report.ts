import * as v from 'valibot';
import { type Report, reportSchema } from './report.ts';
import { type Snapshot, snapshotSchema } from './snapshot.ts';
import { ERROR_WORDS } from './words/english-errors.ts';
import { type Phrase, phrase } from './words/phrase.ts';
import { ToldError } from './words/told-error.ts';

/** What is wrong with an input, in one line: where, what was expected, what came. */
export class InputError extends ToldError {
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
    throw new InputError(phrase('expectedOfFile', source, 'JSON', describeBadJson(text, error)));
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
  throw new InputError(phrase('atPlace', source, formatPath(issue, place), describeIssue(issue)));
}

/** What was expected and what came. Types are called as in the language of the schema, whoever reads it. */
function describeIssue({ received, expected, message }: v.BaseIssue<unknown>): Phrase {
  if (received === 'undefined') return phrase('expectedGot', phrase('aValue'), phrase('nothing'));
  return phrase('expectedGot', isCheckKey(message) ? phrase(message) : (expected ?? message), received);
}

/** Checks of our own have the name of their words as their message. */
function isCheckKey(message: string): message is keyof typeof ERROR_WORDS {
  return Object.hasOwn(ERROR_WORDS, message);
}

function formatPath(issue: v.BaseIssue<unknown>, place: string): Phrase {
  const path = issue.path ?? [];
  const text = path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return (place + text).replace(/^\./, '') || phrase('theDocument');
}

function describeBadJson(text: string, error: unknown): Phrase {
  if (text.trim() === '') return phrase('anEmptyFile');
  const reason = error instanceof Error ? error.message : String(error);
  return `${JSON.stringify(text.trimStart().slice(0, 20))}… (${reason.split('\n', 1)[0]})`;
}
