/** Budget files that can be read and written. */
export const BUDGET_FORMATS = ['pbm', 'lighthouse', 'lhci', 'sitespeed'] as const;

export type BudgetFormat = (typeof BUDGET_FORMATS)[number];
