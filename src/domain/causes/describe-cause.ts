import type { Cause, MetricDiff, WhatIfSaving } from '../cause.ts';
import { METRICS } from '../metric.ts';
import { median } from '../statistics.ts';
import type { CombinedCause } from './combine.ts';
import { type NamingContext, rateConfidence } from './naming-gate.ts';
import { findDefinition } from './registry.ts';
import { roundValue } from './round-value.ts';
import { amountText, resourceName } from './words.ts';

type Unit = MetricDiff['unit'];

/** What-ifs take replays of their own: the pairs around the median say enough. */
const TRIED_PAIRS = 3;

/** More than these are no advice. */
const MOST_ALTERNATIVES = 3;

const WORDS = { high: 'Confirmed', medium: 'Likely', low: 'Possible' } as const;

const NO_ADVICE = 'Nothing to do: this made the page better.';

/** Words a cause for the reader: what, how much, how sure, on what evidence, and what to do about it. */
export function describeCause(cause: CombinedCause, context: NamingContext): Cause {
  const { name, delta } = context;
  const { kind, facts } = cause.part;
  const { unit } = METRICS[name];
  const definition = findDefinition(kind);
  const contribution = roundValue(cause.value, unit);
  const [whatIf, ...alternatives] = contribution > 0 ? listSavings(cause, unit) : [];
  const confidence = rateConfidence(cause, context);
  // One pair of loads confirms nothing, not even what is a fact of the page.
  const word = cause.error === undefined && confidence === 'high' ? WORDS.medium : WORDS[confidence];
  return {
    kind,
    ...(facts.resource && { resource: resourceName(facts.resource) }),
    contribution,
    share: delta === 0 ? 0 : Math.round((contribution / delta) * 1000) / 1000,
    confidence,
    summary: definition.summarize(facts),
    evidence: [...(definition.listEvidence?.(facts) ?? []), describeSupport(cause, word, unit)],
    advice: contribution > 0 ? definition.advise(facts) : NO_ADVICE,
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

/** How sure it is, in words, and on how many loads: possible, likely, or confirmed. */
function describeSupport({ presence, range, error }: CombinedCause, word: string, unit: Unit): string {
  if (error === undefined) return `${word}: seen in one pair of loads; more loads would confirm it.`;
  const [low, high] = range;
  const seen = `${presence.shown} of ${presence.of} pairs of loads, between ${amountText(low, unit)} and ${amountText(high, unit)}.`;
  return word === WORDS.high ? `${word} by ${seen}` : `${word}: seen in ${seen}`;
}
