import { classicRule } from '../../src/domain/classic.ts';
import { createRuleContestant } from './rule-contestant.ts';

/** The classic rule lives through its baseline: it has an average and nothing else. */
export const classicContestant = createRuleContestant(classicRule, (baseline) =>
  baseline.reduce(
    (state, { metrics }) => classicRule.observe(state, { visitId: 'visit', metrics }).state,
    classicRule.initial(),
  ),
);
