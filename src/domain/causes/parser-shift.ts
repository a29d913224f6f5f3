import type { ModelNode } from '../replay/model.ts';
import { nodeSwitch, type Switch } from '../replay/switches.ts';
import { median } from '../statistics.ts';
import type { Change } from './definition.ts';
import type { Detection } from './detection.ts';
import type { NodePair } from './node-facts.ts';

/** From the document's first bytes to the requests the parser makes. */
export interface ParserShift {
  readonly lag: Change;
  /** Discovery of every resource that shifted by this much. */
  readonly switches: readonly Switch[];
}

/** Three resources that shift together have a reason in common; it moves most of what the parser finds. */
const FEWEST = 3;
const AGREEING = 0.6;

/** What the parser finds is found within a few ms of each other, or within a third of what it waited. */
const SHIFT = 15;
const TOLERANCE = { time: 10, share: 0.3 };

/**
 * The common shift of what the parser finds: it was kept from its work, or had to wait for the document's bytes. Told
 * as one cause, because no single resource is to blame for it. Undefined when they did not shift together.
 */
export function findParserShift(pairs: readonly NodePair[]): ParserShift | undefined {
  const lags = listParserLags(pairs);
  if (lags.length < FEWEST) return undefined;
  const shift = median(lags.map(({ lag }) => lag.current - lag.baseline));
  const tolerance = Math.max(TOLERANCE.time, TOLERANCE.share * Math.abs(shift));
  const together = lags.filter(({ lag }) => Math.abs(lag.current - lag.baseline - shift) <= tolerance);
  if (Math.abs(shift) < SHIFT || together.length < AGREEING * lags.length) return undefined;
  return {
    lag: medianLag(together.map(({ lag }) => lag)),
    switches: together.map(({ node }) => nodeSwitch(node.index, 'discovery')),
  };
}

/** Gaps between first byte and request of what only the document asks for, in both loads. */
export function listParserLags(pairs: readonly NodePair[]): { node: ModelNode; lag: Change }[] {
  const lags: { node: ModelNode; lag: Change }[] = [];
  for (const { node } of pairs) {
    const { index, parents, times, latest } = node;
    const [before, after] = times;
    if (index === 0 || latest.type === 'fetch' || !before || !after) continue;
    const byParser = parents.every((list) => list.every(({ from }) => from.index === 0));
    if (byParser) lags.push({ node, lag: { baseline: before.lag, current: after.lag } });
  }
  return lags;
}

export function medianLag(lags: readonly Change[]): Change {
  return {
    baseline: median(lags.map(({ baseline }) => baseline)),
    current: median(lags.map(({ current }) => current)),
  };
}

/** The shift's switches, when a change of this size is enough to explain it; else none. */
export function shiftedBy({ parserShift }: Detection, change: Change): readonly Switch[] {
  if (!parserShift) return [];
  const shift = parserShift.lag.current - parserShift.lag.baseline;
  const grown = change.current - change.baseline;
  return grown * shift > 0 && Math.abs(grown) >= 0.5 * Math.abs(shift) ? parserShift.switches : [];
}
