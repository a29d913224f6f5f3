import type { Cause, MetricDiff, WhatIfSaving } from '../cause.ts';
import { METRICS } from '../metric.ts';
import { median } from '../statistics.ts';
import type { CombinedCause } from './combine.ts';
import { type NamingContext, rateConfidence } from './naming-gate.ts';
import { findDefinition } from './registry.ts';
import { roundValue } from './round-value.ts';
import { amountText, resourceName } from './words.ts';

/** A cause of more resources is one of the whole page. */
const MOST_MEMBERS = 200;

type Unit = MetricDiff['unit'];

const NO_ADVICE = 'Nothing to do: this made the page better.';

/** Words a cause for the reader: what, how much, how sure, on what evidence, and what to do about it. */
export function describeCause(cause: CombinedCause, context: NamingContext): Cause {
  const { name, delta } = context;
  const { kind, facts, members = [] } = cause.part;
  const { unit } = METRICS[name];
  const definition = findDefinition(kind);
  const contribution = roundValue(cause.value, unit);
  const whatIf = contribution > 0 ? estimateWhatIf(cause) : undefined;
  return {
    kind,
    ...(facts.resource && { resource: resourceName(facts.resource) }),
    ...(members.length > 1 && { resources: members.slice(0, MOST_MEMBERS).map(resourceName) }),
    contribution,
    ...(cause.error !== undefined && { range: roundBoth(cause.range, unit) }),
    share: delta === 0 ? 0 : Math.round((contribution / delta) * 1000) / 1000,
    confidence: rateConfidence(cause, context),
    summary: definition.summarize(facts),
    evidence: [...(definition.listEvidence?.(facts) ?? []), ...listSupport(cause, unit)],
    advice: contribution > 0 ? definition.advise(facts) : NO_ADVICE,
    ...(whatIf && { whatIf: roundSaving(whatIf, unit) }),
  };
}

/** What the remedy would save in most central pairs: in some, something else may have held the metric up as well. */
function estimateWhatIf({ central }: CombinedCause): WhatIfSaving | undefined {
  const estimates = central.flatMap(({ whatIf }) => whatIf?.() ?? []);
  const [first] = estimates;
  if (!first || estimates.length * 2 < central.length) return undefined;
  const all = estimates.map(({ saves }) => saves);
  const between = [Math.min(...all), Math.max(...all)] as const;
  return { action: first.action, saves: median(all), ...(all.length > 1 && { between }) };
}

function roundSaving({ action, saves, between }: WhatIfSaving, unit: Unit): WhatIfSaving {
  return {
    action,
    saves: roundValue(saves, unit),
    ...(between && { between: roundBoth(between, unit) }),
  };
}

function roundBoth([low, high]: readonly [number, number], unit: Unit): readonly [number, number] {
  return [roundValue(low, unit), roundValue(high, unit)];
}

function listSupport({ presence, range, error }: CombinedCause, unit: Unit): string[] {
  if (error === undefined) return ['Seen in one pair of loads; more loads would confirm it.'];
  const [low, high] = range.map((value) => amountText(value, unit));
  const extent = low === high ? `each time ${low}` : `between ${low} and ${high}`;
  return [`Seen in ${presence.shown} of ${presence.of} pairs of loads, ${extent}.`];
}
