import { type Budget, targetKey } from '../../src/domain/budget.ts';
import type { BudgetFormat } from '../../src/domain/formats/budget-format.ts';
import { formatPlural } from '../format.ts';

interface FormatWords {
  readonly title: string;
  readonly fileName: string;
}

/** The files other tools look for by default, so that an export can be put where it is read. */
export const FORMAT_WORDS: Readonly<Record<BudgetFormat, FormatWords>> = {
  pbm: { title: 'Our own', fileName: 'budgets.json' },
  lighthouse: { title: 'Lighthouse budget.json', fileName: 'budget.json' },
  lhci: { title: 'Lighthouse CI assertions', fileName: 'lighthouserc.json' },
  sitespeed: { title: 'sitespeed.io', fileName: 'sitespeed-budget.json' },
};

export interface BudgetImportPlan {
  /** Budgets to add, each with an id that is free. */
  readonly added: readonly Budget[];
  /** "2 budgets with 7 limits from budget.json (Lighthouse budget.json)." */
  readonly summary: string;
  /** What the file says and a budget here cannot. */
  readonly lost: readonly string[];
}

interface ReadFile {
  readonly value: readonly Budget[];
  readonly lost: readonly string[];
  readonly format: BudgetFormat;
}

/**
 * What an import would add. Nothing of the user's is overwritten: a budget that is here already is left out, one
 * that has another's id gets a new one. Budgets without a limit say nothing and are left out, too.
 */
export function planBudgetImport(
  { value, lost, format }: ReadFile,
  own: readonly Budget[],
  { fileName, createId }: { readonly fileName: string; readonly createId: () => string },
): BudgetImportPlan {
  const known = new Set(own.map(fingerprint));
  const taken = new Set(own.map(({ id }) => id));
  const useful = value.filter(({ limits }) => limits.length > 0);
  const added = useful
    .filter((budget) => !known.has(fingerprint(budget)))
    .map((budget) => {
      const id = taken.has(budget.id) ? createId() : budget.id;
      taken.add(id);
      return { ...budget, id };
    });
  const already = useful.length - added.length;
  const limits = added.reduce((sum, budget) => sum + budget.limits.length, 0);
  const what = `${formatPlural(added.length, 'budget')} with ${formatPlural(limits, 'limit')}`;
  const from = `${fileName} (${FORMAT_WORDS[format].title})`;
  const repeated = already > 0 ? ` ${formatPlural(already, 'budget')} of it had been here already.` : '';
  return { added, lost, summary: `${what} from ${from}.${repeated}` };
}

/** Equal for budgets that say the same, whatever their ids. */
function fingerprint({ pattern, limits, replacesEarlier }: Budget): string {
  const said = limits.map((limit) => {
    const amount = limit.type === 'absolute' ? limit.max : limit.maxIncrease;
    return `${targetKey(limit.target)} ${limit.type} ${amount}`;
  });
  return JSON.stringify([pattern, said.sort(), replacesEarlier ?? false]);
}
