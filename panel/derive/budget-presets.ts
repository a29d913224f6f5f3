import type { Budget } from '../../src/domain/budget.ts';
import { BUDGET_PRESETS, PRESET_NAMES, type PresetName } from '../../src/domain/budget-presets.ts';

export interface PresetOffer {
  readonly text: string;
  readonly why: string;
  /** Its limits apply as they are. */
  readonly isUsed: boolean;
  /** What to save for it: it takes the place of another preset, so that budgets for single pages stay stronger. */
  readonly budget: Budget;
}

const PRESET_WORDS: Readonly<Record<PresetName, string>> = {
  strict: 'Half of the default: a page that keeps it is still good on a machine half as fast.',
  default: 'The bounds of “good” for the vitals, and sizes a mid-range phone loads in five seconds.',
  relaxed: 'For a page being rescued: vitals up to “poor”, sizes twice the default.',
};

export function listPresets(budgets: readonly Budget[]): PresetOffer[] {
  const ids = new Set(PRESET_NAMES.map((name) => BUDGET_PRESETS[name].id));
  const known = budgets.find(({ id }) => ids.has(id));
  return PRESET_NAMES.map((name) => {
    const preset = BUDGET_PRESETS[name];
    return {
      text: preset.name,
      why: PRESET_WORDS[name],
      isUsed: known !== undefined && JSON.stringify(known.limits) === JSON.stringify(preset.limits),
      budget: { ...preset, id: known?.id ?? preset.id },
    };
  });
}
