import { readFile } from 'node:fs/promises';
import type { Budget } from '../src/domain/budget.ts';
import { sayBudget } from '../src/domain/words/say-english.ts';
import { parseBudgetFile } from '../src/domain/formats/budget-file.ts';
import { InputError, parseReport } from '../src/domain/parse-report.ts';
import type { Report } from '../src/domain/report.ts';
import type { Terminal } from './terminal.ts';

/** The text of a file. Throws an InputError of one line when it cannot be read. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new InputError(`${path}: expected a file, got ${describeFailure(error)}`);
  }
}

export async function readReport(path: string): Promise<Report> {
  return parseReport(await readText(path), path);
}

/** Budgets in any format the monitor knows. What they say and the monitor cannot measure is noted. */
export async function readBudgets(path: string, terminal: Terminal): Promise<Budget[]> {
  const { value, lost } = parseBudgetFile(await readText(path), path);
  for (const sentence of lost) terminal.note(`${path}: ${sayBudget(sentence)}`);
  return value;
}

export function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'nothing there';
  if (code === 'EISDIR') return 'a folder';
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'a file where a folder should be';
  if (code === 'EACCES') return 'no permission';
  return error instanceof Error ? error.message : String(error);
}
