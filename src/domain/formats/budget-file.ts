import * as v from 'valibot';
import { type Budget, budgetSchema } from '../budget.ts';
import { InputError, parseJson, parseWith } from '../parse-report.ts';
import { BUDGET_FORMATS, type BudgetFormat } from './budget-format.ts';
import { exportLhci, importLhci } from './lhci.ts';
import { exportLighthouse, importLighthouse } from './lighthouse.ts';
import { exportSitespeed, importSitespeed } from './sitespeed.ts';
import { isOldSitespeed } from './sitespeed-old.ts';
import { phrase } from '../words/phrase.ts';
import type { Translation } from './translation.ts';

const IMPORTERS: { [Format in BudgetFormat]: (input: unknown, source: string) => Translation<Budget[]> } = {
  pbm: (input, source) => ({
    value: Array.isArray(input)
      ? parseWith(v.array(budgetSchema), input, source)
      : [parseWith(budgetSchema, input, source)],
    lost: [],
  }),
  lighthouse: importLighthouse,
  lhci: importLhci,
  sitespeed: importSitespeed,
};

const EXPORTERS: { [Format in BudgetFormat]: (budgets: readonly Budget[]) => Translation<unknown> } = {
  pbm: (budgets) => ({ value: budgets, lost: [] }),
  lighthouse: exportLighthouse,
  lhci: exportLhci,
  sitespeed: exportSitespeed,
};

/**
 * Reads a budget file in any of the known formats, told apart by their shape. Throws an InputError: one line that
 * names `source`, the place in the document, what was expected and what came.
 */
export function parseBudgetFile(
  text: string,
  source: string,
): Translation<Budget[]> & { format: BudgetFormat } {
  const input = parseJson(text, source);
  const format = detectBudgetFormat(input);
  if (!format) {
    const known = phrase('budgetsOf', BUDGET_FORMATS.join(', '));
    const problem = phrase('expectedGot', known, phrase('anotherShape'));
    throw new InputError(phrase('atPlace', source, phrase('theDocument'), problem));
  }
  const { value, lost } = IMPORTERS[format](input, source);
  return { format, value: parseWith(v.array(budgetSchema), value, source), lost };
}

export function serializeBudgets(budgets: readonly Budget[], format: BudgetFormat): Translation<string> {
  const { value, lost } = EXPORTERS[format](budgets);
  return { value: `${JSON.stringify(value, null, 2)}\n`, lost };
}

/** Format of a parsed budget file by its shape, or undefined. */
export function detectBudgetFormat(input: unknown): BudgetFormat | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  if (Array.isArray(input)) return input.some((entry) => hasKey(entry, 'limits')) ? 'pbm' : 'lighthouse';
  if (hasKey(input, 'limits')) return 'pbm';
  if (hasKey(input, 'ci')) return 'lhci';
  return hasKey(input, 'budget') || isOldSitespeed(input) ? 'sitespeed' : undefined;
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
