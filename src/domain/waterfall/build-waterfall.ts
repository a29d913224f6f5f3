import { isDocument } from '../build-snapshot.ts';
import { listCounted } from '../counted-resources.ts';
import { measurePhases } from '../match/fetch-phases.ts';
import { matchResources } from '../match/match-resources.ts';
import { transferSizeOf } from '../measure.ts';
import type { Resource, Snapshot } from '../snapshot.ts';
import type { Milliseconds } from '../units.ts';
import { MILESTONE_METRICS, selectTypicalLoad } from './select-typical-load.ts';
import type { Span, Waterfall, WaterfallBar, WaterfallMilestone, WaterfallRow } from './waterfall.ts';

/** A page of more requests is drawn without its last ones; they are counted. */
const MOST_ROWS = 2_000;

/**
 * The waterfalls of a typical load of either side, resource by resource. What was requested after settle is left out, as
 * no metric counts it. Undefined when a side is empty.
 */
export function buildWaterfall(
  baseline: readonly Snapshot[],
  current: readonly Snapshot[],
): Waterfall | undefined {
  const before = selectTypicalLoad(baseline);
  const after = selectTypicalLoad(current);
  if (!before || !after) return undefined;
  const all = listRows(before, after).sort((a, b) => placeOf(a) - placeOf(b));
  const rows = all.slice(0, MOST_ROWS);
  const milestones = listMilestones(before, after);
  const longTasks = { baseline: listLongTasks(before), current: listLongTasks(after) };
  const ends = [
    ...rows.flatMap((row) => [row.baseline, row.current]).map((bar) => (bar ? endOf(bar) : 0)),
    ...milestones.flatMap((milestone) => [milestone.baseline ?? 0, milestone.current ?? 0]),
    ...[...longTasks.baseline, ...longTasks.current].map(({ end }) => end),
  ];
  return {
    baseline: { startedAt: before.startedAt },
    current: { startedAt: after.startedAt },
    rows,
    milestones,
    longTasks,
    end: ends.reduce((latest, end) => Math.max(latest, end), 0),
    omitted: all.length - rows.length,
  };
}

function listRows(before: Snapshot, after: Snapshot): WaterfallRow[] {
  const [old, recent] = [listCounted(before), listCounted(after)];
  const { matches, added, removed } = matchResources(
    old.filter((resource) => !isDocument(resource)),
    recent.filter((resource) => !isDocument(resource)),
    { baseline: before.url, current: after.url },
  );
  const bars = { baseline: createBars(before), current: createBars(after) };
  const describe = (baseline: Resource | undefined, current: Resource | undefined): WaterfallRow[] => {
    const resource = current ?? baseline;
    const isLargestPaint = resource?.url === after.vitals.largestContentfulPaint?.url;
    return resource ? [{ ...describeRow(resource, { baseline, current }, bars), isLargestPaint }] : [];
  };
  return [
    ...describe(old.find(isDocument), recent.find(isDocument)),
    ...matches.flatMap(({ baseline, current }) => describe(baseline, current)),
    ...added.flatMap((resource) => describe(undefined, resource)),
    ...removed.flatMap((resource) => describe(resource, undefined)),
  ];
}

type CreateBar = (resource: Resource) => WaterfallBar;

interface Sides<Item> {
  readonly baseline: Item;
  readonly current: Item;
}

function describeRow(
  { url, type, party, renderBlocking = false }: Resource,
  { baseline, current }: Sides<Resource | undefined>,
  bars: Sides<CreateBar>,
): Omit<WaterfallRow, 'isLargestPaint'> {
  return {
    url,
    ...(baseline && baseline.url !== url && { previousUrl: baseline.url }),
    type,
    party,
    renderBlocking,
    ...(baseline && { baseline: bars.baseline(baseline) }),
    ...(current && { current: bars.current(current) }),
  };
}

function createBars({ longFrames }: Snapshot): CreateBar {
  const executions = new Map<string, Span[]>();
  for (const { scripts } of longFrames) {
    for (const { url, startTime, executionStart = startTime, duration } of scripts) {
      if (url === undefined) continue;
      const spans = executions.get(url) ?? [];
      spans.push({ start: executionStart, end: startTime + duration });
      executions.set(url, spans);
    }
  }
  return (resource) => {
    const { url, type, startTime, responseEnd, delivery } = resource;
    const phases = measurePhases(resource);
    const transferSize = transferSizeOf(resource);
    return {
      start: startTime,
      end: responseEnd,
      ...(phases && { phases }),
      delivery,
      ...(transferSize !== undefined && { transferSize }),
      executions: (type === 'script' && executions.get(url)) || [],
    };
  };
}

function listMilestones(before: Snapshot, after: Snapshot): WaterfallMilestone[] {
  return MILESTONE_METRICS.flatMap((metric) => {
    const [baseline, current] = [before.metrics[metric], after.metrics[metric]];
    if (baseline === undefined && current === undefined) return [];
    return [
      { metric, ...(baseline !== undefined && { baseline }), ...(current !== undefined && { current }) },
    ];
  });
}

function listLongTasks({ longTasks, settledAt = Number.POSITIVE_INFINITY }: Snapshot): Span[] {
  return longTasks
    .filter(({ startTime }) => startTime <= settledAt)
    .map(({ startTime, duration }) => ({ start: startTime, end: startTime + duration }));
}

function placeOf({ type, baseline, current }: WaterfallRow): Milliseconds {
  return type === 'document' ? Math.min(0, current?.start ?? 0) : ((current ?? baseline)?.start ?? 0);
}

function endOf({ end, executions }: WaterfallBar): Milliseconds {
  return executions.reduce((latest, execution) => Math.max(latest, execution.end), end);
}
