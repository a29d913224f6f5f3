import * as v from 'valibot';
import { type Report, reportSchema } from './report.ts';

/** What is wrong with an input, in one line: where, what was expected, what came. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/**
 * Parses the text of a report. Throws an InputError whose message is one line that names `source`, the path inside
 * the document, what was expected and what came: "report.json: pages[0].visits[2].revision: expected number, got string".
 */
export function parseReport(text: string, source: string): Report {
  return parseWith(reportSchema, parseJson(text, source), source);
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
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new InputError(`${source}: ${formatPath(issue)}: ${describeIssue(issue)}`);
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'expected a value, got nothing';
  const expected = issue.expected ?? issue.message.replace(/^expected /, '');
  return `expected ${expected}, got ${issue.received}`;
}

function formatPath(issue: v.BaseIssue<unknown>): string {
  const path = issue.path ?? [];
  const text = path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the document';
}

function describeBadJson(text: string, error: unknown): string {
  if (text.trim() === '') return 'an empty file';
  const reason = error instanceof Error ? error.message : String(error);
  return `${JSON.stringify(text.trimStart().slice(0, 20))}… (${reason.split('\n', 1)[0]})`;
}
