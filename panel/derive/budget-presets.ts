import type { Budget } from '../../src/domain/budget.ts';
import { BUDGET_PRESETS, PRESET_NAMES, type PresetName } from '../../src/domain/budget-presets.ts';
import { type MessageKey, text } from '../text.ts';

export interface PresetOffer {
  readonly label: string;
  readonly why: string;
  /** Its limits apply as they are. */
  readonly isUsed: boolean;
  /** What to save for it: it takes the place of another preset, so that budgets for single pages stay stronger. */
  readonly budget: Budget;
}

const PRESET_WORDS: Readonly<Record<PresetName, { readonly label: MessageKey; readonly why: MessageKey }>> = {
  strict: { label: 'presetStrict', why: 'presetStrictWhy' },
  default: { label: 'presetDefault', why: 'presetDefaultWhy' },
  relaxed: { label: 'presetRelaxed', why: 'presetRelaxedWhy' },
};

/** What a budget is called: a preset by its word for as long as nobody has given it another name. */
export function nameBudget({ id, name }: Pick<Budget, 'id' | 'name'>): string {
  const isPreset = PRESET_NAMES.some((preset) => BUDGET_PRESETS[preset].id === id);
  const preset = isPreset && PRESET_NAMES.find((preset) => BUDGET_PRESETS[preset].name === name);
  return preset ? text(PRESET_WORDS[preset].label) : name;
}

export function listPresets(budgets: readonly Budget[]): PresetOffer[] {
  const ids = new Set(PRESET_NAMES.map((name) => BUDGET_PRESETS[name].id));
  const known = budgets.find(({ id }) => ids.has(id));
  return PRESET_NAMES.map((name) => {
    const preset = BUDGET_PRESETS[name];
    return {
      label: text(PRESET_WORDS[name].label),
      why: text(PRESET_WORDS[name].why),
      isUsed: known !== undefined && JSON.stringify(known.limits) === JSON.stringify(preset.limits),
      budget: { ...preset, id: known?.id ?? preset.id },
    };
  });
}
