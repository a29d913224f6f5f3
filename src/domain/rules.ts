import { classicRule } from './classic.ts';
import { scanRule } from './scan/scan-rule.ts';
import type { Rule } from './verdict.ts';

/** The rules by name, as settings and page states refer to them. */
export const RULES = { scan: scanRule, classic: classicRule } as const;

export type RuleName = keyof typeof RULES;

export const DEFAULT_RULE: RuleName = 'scan';

export function findRule(name: RuleName): Rule {
  return RULES[name];
}

/** A report may name a rule this version does not have: it is judged by the default one. */
export function parseRuleName(name: string): RuleName {
  return Object.hasOwn(RULES, name) ? (name as RuleName) : DEFAULT_RULE;
}
