import type { Cause, MetricDiff, WhatIfSaving } from '../cause.ts';
import { METRICS } from '../metric.ts';
import { median } from '../statistics.ts';
import type { CombinedCause } from './combine.ts';
import { type NamingContext, rateConfidence } from './naming-gate.ts';
import { findDefinition } from './registry.ts';
import { roundValue } from './round-value.ts';
import { type Amount, type Phrase, phrase, plainNumber } from '../words/phrase.ts';
import { amountText, resourceName } from './words.ts';

/** A cause of more resources is one of the whole page. */
const MOST_MEMBERS = 200;

type Unit = MetricDiff['unit'];

/** What-ifs take replays of their own: the pairs around the median say enough. */
const TRIED_PAIRS = 3;

/** More than these are no advice. */
const MOST_ALTERNATIVES = 3;

/** Words a cause for the reader: what, how much, how sure, on what evidence, and what to do about it. */
export function describeCause(cause: CombinedCause, context: NamingContext): Cause {
  const { name, delta } = context;
  const { kind, facts, members = [] } = cause.part;
  const { unit } = METRICS[name];
  const definition = findDefinition(kind);
  const contribution = roundValue(cause.value, unit);
  const [whatIf, ...alternatives] = contribution > 0 ? listSavings(cause, unit) : [];
  return {
    kind,
    ...(facts.resource && { resource: resourceName(facts.resource) }),
    ...(members.length > 1 && { resources: members.slice(0, MOST_MEMBERS).map(resourceName) }),
    contribution,
    ...(cause.error !== undefined && { range: roundBoth(cause.range, unit) }),
    share: delta === 0 ? 0 : Math.round((contribution / delta) * 1000) / 1000,
    confidence: rateConfidence(cause, context),
    summary: definition.summarize(facts),
    evidence: [...(definition.listEvidence?.(facts) ?? []), describeSupport(cause, unit)],
    advice: contribution > 0 ? definition.advise(facts) : phrase('nothingToDo'),
    ...(whatIf && { whatIf }),
    ...(alternatives.length > 0 && { alternatives }),
  };
}

/**
 * What the advice, and what else could be done, would save in most of the pairs in the middle: in some, something else
 * may have held the metric up as well. The advised action first, then the others by what they save.
 */
function listSavings({ central }: CombinedCause, unit: Unit): WhatIfSaving[] {
  const byAction = new Map<WhatIfSaving['action'], WhatIfSaving[]>();
  const first = Math.max(0, Math.floor((central.length - TRIED_PAIRS) / 2));
  const tried = central.slice(first, first + TRIED_PAIRS);
  for (const saving of tried.flatMap(({ remedies }) => remedies?.() ?? [])) {
    byAction.set(saving.action, [...(byAction.get(saving.action) ?? []), saving]);
  }
  const [advised, ...others] = [...byAction]
    .filter(([, savings]) => savings.length * 2 >= tried.length)
    .map(([action, savings]) => ({ action, ...summarizeSavings(savings, unit) }));
  const ranked = others.sort((a, b) => b.saves - a.saves).slice(0, MOST_ALTERNATIVES);
  return advised ? [advised, ...ranked] : [];
}

function summarizeSavings(savings: readonly WhatIfSaving[], unit: Unit): Omit<WhatIfSaving, 'action'> {
  const middle = (values: readonly number[]): number => roundValue(median(values), unit);
  const least = middle(savings.map(({ saves, range }) => range?.[0] ?? saves));
  const most = middle(savings.map(({ saves, range }) => range?.[1] ?? saves));
  return { saves: middle(savings.map(({ saves }) => saves)), ...(least < most && { range: [least, most] }) };
}

/** On how many loads it rests; how sure that makes it is said beside it. */
function describeSupport({ presence, range, error }: CombinedCause, unit: Unit): Phrase {
  if (error === undefined) return phrase('seenOnce');
  const pairs = [plainNumber(presence.shown), plainNumber(presence.of)];
  const [low, high] = range.map((amount): Amount => ({ amount, unit, signed: true })) as [Amount, Amount];
  return amountText(low.amount, unit) === amountText(high.amount, unit)
    ? phrase('seenEach', ...pairs, low)
    : phrase('seenBetween', ...pairs, low, high);
}

function roundBoth([low, high]: readonly [number, number], unit: Unit): readonly [number, number] {
  return [roundValue(low, unit), roundValue(high, unit)];
}
