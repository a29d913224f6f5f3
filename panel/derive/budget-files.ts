import { type Budget, targetKey } from '../../src/domain/budget.ts';
import type { BudgetFormat } from '../../src/domain/formats/budget-format.ts';
import type { Phrase } from '../../src/domain/words/phrase.ts';
import { formatCount } from '../format.ts';
import { type MessageKey, text, textOfCount } from '../text.ts';

/** The files other tools look for by default, so that an export can be put where it is read. */
export const FORMAT_FILES: Readonly<Record<BudgetFormat, string>> = {
  pbm: 'budgets.json',
  lighthouse: 'budget.json',
  lhci: 'lighthouserc.json',
  sitespeed: 'sitespeed-budget.json',
};

const FORMAT_WORDS: Readonly<Record<BudgetFormat, MessageKey>> = {
  pbm: 'formatOwn',
  lighthouse: 'formatLighthouse',
  lhci: 'formatLhci',
  sitespeed: 'formatSitespeed',
};

export function nameFormat(format: BudgetFormat): string {
  return text(FORMAT_WORDS[format]);
}

export interface BudgetImportPlan {
  /** Budgets to add, each with an id that is free. */
  readonly added: readonly Budget[];
  /** "2 budgets with 7 limits from budget.json (Lighthouse budget.json)." */
  readonly summary: string;
  /** What the file says and a budget here cannot. */
  readonly lost: readonly Phrase[];
}

interface ReadFile {
  readonly value: readonly Budget[];
  readonly lost: readonly Phrase[];
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
  const summary = textOfCount('withLimits', limits, [
    textOfCount('budgetsCount', added.length),
    formatCount(limits),
    fileName,
    nameFormat(format),
  ]);
  const repeated = already > 0 ? ` ${textOfCount('budgetsKnown', already)}` : '';
  return { added, lost, summary: summary + repeated };
}

/** Equal for budgets that say the same, whatever their ids. */
function fingerprint({ pattern, limits, replacesEarlier }: Budget): string {
  const said = limits.map((limit) => {
    const amount = limit.type === 'absolute' ? limit.max : limit.maxIncrease;
    return `${targetKey(limit.target)} ${limit.type} ${amount}`;
  });
  return JSON.stringify([pattern, said.sort(), replacesEarlier ?? false]);
}
