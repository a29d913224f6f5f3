import * as v from 'valibot';
import {
  type Budget,
  type BudgetLimit,
  type BudgetTarget,
  budgetSchema,
  targetKey,
  targetSchema,
} from '../../src/domain/budget.ts';
import { evaluateBudgets } from '../../src/domain/evaluate-budgets.ts';
import { METRICS } from '../../src/domain/metric.ts';
import { InputError, parseWith } from '../../src/domain/parse-report.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { MAX_BUDGET_NAME } from '../../src/domain/budget.ts';
import type { Phrase } from '../../src/domain/words/phrase.ts';
import { formatCount, formatShare, formatValue } from '../format.ts';
import { say } from '../say.ts';
import { text } from '../text.ts';

/** A budget while it is being edited: amounts are what was typed, in the units people type. */
export interface BudgetDraft {
  readonly id: string;
  readonly name: string;
  readonly pattern: string;
  readonly limits: readonly LimitDraft[];
  readonly replacesEarlier?: boolean | undefined;
}

export interface LimitDraft {
  readonly target: BudgetTarget;
  readonly type: BudgetLimit['type'];
  readonly amount: string;
}

/** What is wrong, and where: the name, the pattern, or the limit with that index. */
export interface DraftError {
  readonly field: 'name' | 'pattern' | 'limits' | number;
  /** Of a limit, the name of what it is about is wrong, and not its amount. */
  readonly isName?: boolean;
  readonly message: string;
}

export type DraftResult =
  | { readonly ok: true; readonly budget: Budget }
  | { readonly ok: false; readonly error: DraftError };

const BYTES_PER_KB = 1000;

export function draftOf(budget: Budget): BudgetDraft {
  return {
    ...budget,
    limits: budget.limits.map((limit) => ({
      target: limit.target,
      type: limit.type,
      amount: amountOf(limit),
    })),
  };
}

/** The budget a draft stands for, or the first thing that keeps it from being one. */
export function parseDraft(draft: BudgetDraft): DraftResult {
  const keys = draft.limits.map(({ target }) => targetKey(trimName(target)));
  for (const [index, { amount, target }] of draft.limits.entries()) {
    if (amount.trim() === '' || !Number.isFinite(Number(amount))) return fail(index, text('expectedNumber'));
    if (Number(amount) < 0) return fail(index, text('expectedPositive'));
    const missing = findMissingName(target);
    if (missing) return { ok: false, error: { field: index, isName: true, message: text(missing) } };
    if (keys.indexOf(keys[index] ?? '') < index) return fail(index, text('limitTwice'));
  }
  const budget = {
    ...draft,
    name: draft.name.trim(),
    pattern: draft.pattern.trim(),
    limits: draft.limits.map(limitOf),
  };
  try {
    return { ok: true, budget: parseWith(budgetSchema, budget, 'budget') };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ok: false, error: locate(error) };
  }
}

/** "≤ 2,500 ms", or "≤ baseline + 5 %". */
export function describeLimit(limit: BudgetLimit): string {
  if (limit.type === 'relative') return text('limitRelativeText', formatShare(limit.maxIncrease));
  return text('limitAbsoluteText', formatValue(limit.max, unitOfTarget(limit.target)));
}

/** What a load measured of the thing a limit is about. */
export function measureLimit({ target }: LimitDraft, { snapshot, judgement }: JudgedVisit): string {
  const unlimited = {
    id: '-',
    name: '-',
    pattern: '*',
    limits: [{ type: 'absolute' as const, target, max: 0 }],
  };
  const actual = isComplete(target)
    ? evaluateBudgets(snapshot, [unlimited], judgement.metrics)[0]?.actual
    : undefined;
  return formatValue(actual, unitOfTarget(target));
}

/** What an amount of this limit is typed in. */
export function unitOfLimit({ target, type }: Pick<LimitDraft, 'target' | 'type'>): string {
  if (type === 'relative') return text('percentOverBaseline');
  const unit = unitOfTarget(target);
  return unit === 'bytes' ? 'kB' : unit === 'ms' ? 'ms' : '';
}

function amountOf(limit: BudgetLimit): string {
  if (limit.type === 'relative') return String(tidy(limit.maxIncrease * 100));
  return String(unitOfTarget(limit.target) === 'bytes' ? tidy(limit.max / BYTES_PER_KB) : limit.max);
}

/** The limit a draft stands for; undefined while it is not one yet. */
export function parseLimit(draft: LimitDraft): BudgetLimit | undefined {
  const amount = Number(draft.amount);
  const isNumber = draft.amount.trim() !== '' && Number.isFinite(amount) && amount >= 0;
  return isNumber && isComplete(draft.target) ? limitOf(draft) : undefined;
}

function limitOf({ target: typed, type, amount }: LimitDraft): BudgetLimit {
  const target = trimName(typed);
  const value = Number(amount);
  if (type === 'relative' && target.kind === 'metric') {
    return { type, target, maxIncrease: tidy(value / 100) };
  }
  return {
    type: 'absolute',
    target,
    max: unitOfTarget(target) === 'bytes' ? Math.round(value * BYTES_PER_KB) : value,
  };
}

function unitOfTarget(target: BudgetTarget): 'ms' | 'bytes' | 'count' | 'score' {
  switch (target.kind) {
    case 'metric':
      return METRICS[target.metric].unit;
    case 'resources':
      return target.measure === 'requests' ? 'count' : 'bytes';
    case 'resource':
      return target.measure === 'duration' ? 'ms' : 'bytes';
    case 'user-timing':
      return 'ms';
    case 'unmeasurable':
      return 'score';
  }
}

/** Without the noise of binary fractions: 7.000000000000001 is 7. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** A pattern that is still being typed may be none yet. */
function isComplete(target: BudgetTarget): boolean {
  return findMissingName(target) === undefined && v.is(targetSchema, target);
}

/** A target that is named by typing must have been typed. */
function findMissingName(target: BudgetTarget): 'expectedResource' | 'expectedTiming' | undefined {
  if (target.kind === 'resource' && target.pattern.trim() === '') return 'expectedResource';
  if (target.kind === 'user-timing' && target.name.trim() === '') return 'expectedTiming';
  return undefined;
}

function trimName(target: BudgetTarget): BudgetTarget {
  if (target.kind === 'resource') return { ...target, pattern: target.pattern.trim() };
  return target.kind === 'user-timing' ? { ...target, name: target.name.trim() } : target;
}

function fail(field: DraftError['field'], message: string): DraftResult {
  return { ok: false, error: { field, message } };
}

/** "budget: limits[3].max: expected …" tells which field it speaks of. */
function locate(error: InputError): DraftError {
  const { said } = error;
  const [, path = '', problem = said] = typeof said === 'string' ? [] : (said.values as Phrase[]);
  const message = say(problem);
  const index = /^limits\[(\d+)\]/.exec(typeof path === 'string' ? path : '')?.[1];
  if (index !== undefined) return { field: Number(index), message };
  if (path === 'name') return { field: path, message: text('expectedName', formatCount(MAX_BUDGET_NAME)) };
  if (path === 'pattern') return { field: path, message: text('expectedWhat', text('aUrlPattern')) };
  return { field: 'limits', message };
}
