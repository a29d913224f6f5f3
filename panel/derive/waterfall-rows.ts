import type { Cause, Comparison, ResourceChange } from '../../src/domain/cause.ts';
import { FETCH_PHASES } from '../../src/domain/match/fetch-phases.ts';
import type { Waterfall, WaterfallBar, WaterfallRow } from '../../src/domain/waterfall/waterfall.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import { formatCount, formatList, formatValue } from '../format.ts';
import { text, textOfCount } from '../text.ts';
import { indexCauses, type NamedResource, nameResource } from './selection.ts';

/** The families of phases that have a colour of their own. */
export const PIECES = ['queue', 'connect', 'wait', 'receive', 'hidden', 'run'] as const;

export type Piece = (typeof PIECES)[number];

/** A part of a bar; moments as shares of the axis, 0 to 1. */
export interface DrawnPiece {
  readonly kind: Piece;
  readonly from: number;
  readonly to: number;
}

export type RowChange = 'added' | 'removed' | 'kept';

/** A row of either waterfall's; its bars and words are made when it is in sight. */
export interface ListedRow {
  readonly key: string;
  readonly row: WaterfallRow;
  readonly name: string;
  readonly change: RowChange;
  readonly resource: NamedResource;
  /** Ranks of the causes it belongs to. */
  readonly ranks: readonly number[];
}

export interface WaterfallChoice {
  readonly causes: readonly Cause[];
  readonly comparison: Comparison;
  /** Every resource, or those that matter. */
  readonly all: boolean;
}

/** More rows than these are no longer an overview; what is left out waits behind "All". */
const MOST_THAT_MATTER = 60;

/**
 * The rows to draw. Those that matter are the document, what a cause of any metric blames, what changed, what blocks
 * rendering and the largest paint; of too many, those with a cause stay.
 */
export function deriveWaterfallRows(waterfall: Waterfall, choice: WaterfallChoice): ListedRow[] {
  const document = documentName(waterfall);
  const { metrics, resources } = choice.comparison;
  const ranksOf = indexCauses(choice.causes, document);
  const isBlamed = indexCauses(
    Object.values(metrics).flatMap((diff) => diff.causes),
    document,
  );
  const changed = new Set(
    Object.values(resources).flatMap((rows: readonly ResourceChange[]) => rows.map(({ url }) => url)),
  );
  const shown = waterfall.rows.flatMap((row, index) => {
    const resource = nameResource(row);
    const ranks = ranksOf(resource);
    const weight = weigh(row, {
      index,
      ranks,
      isBlamed: isBlamed(resource).length > 0,
      isChanged: changed.has(row.url),
    });
    return choice.all || weight > 0 ? [{ row, resource, index, ranks, weight }] : [];
  });
  const chosen = choice.all
    ? shown
    : shown
        .toSorted((a, b) => b.weight - a.weight)
        .slice(0, MOST_THAT_MATTER)
        .sort((a, b) => a.index - b.index);
  return chosen.map(({ row, resource, index, ranks }) => listRow(row, { resource, index, ranks }));
}

export function documentName({ rows: [first] }: Waterfall): string | undefined {
  return first?.type === 'document' ? nameResource(first).names[0] : undefined;
}

function isOneSided({ baseline, current }: WaterfallRow): boolean {
  return !baseline || !current;
}

interface Weighed {
  readonly index: number;
  readonly ranks: readonly number[];
  readonly isBlamed: boolean;
  readonly isChanged: boolean;
}

/** A cause of the metric shown outweighs everything else, one of another metric whatever is none. */
function weigh(row: WaterfallRow, { index, ranks, isBlamed, isChanged }: Weighed): number {
  return (
    (ranks.length > 0 ? 4 : 0) +
    (isBlamed || index === 0 ? 2 : 0) +
    (isChanged || isOneSided(row) || row.renderBlocking || row.isLargestPaint ? 1 : 0)
  );
}

function listRow(
  row: WaterfallRow,
  { resource, index, ranks }: Pick<ListedRow, 'resource' | 'ranks'> & { readonly index: number },
): ListedRow {
  const change = row.baseline ? (row.current ? 'kept' : 'removed') : 'added';
  const [name = row.url] = resource.names;
  return { key: String(index), row, name: name.replace(/^https?:\/\//, ''), change, resource, ranks };
}

/**
 * Fetch phases one after another, then the executions, on an axis of so many ms; what lies beyond it is cut off. Empty
 * for a side that has not fetched it.
 */
export function drawBar(bar: WaterfallBar | undefined, axis: Milliseconds): DrawnPiece[] {
  if (!bar) return [];
  const { start, end, phases, executions } = bar;
  const pieces: DrawnPiece[] = [];
  const add = (kind: Piece, from: number, to: number): void => {
    if (to > from && from < axis) pieces.push({ kind, from: from / axis, to: Math.min(to / axis, 1) });
  };
  if (phases) {
    let at = start;
    for (const phase of FETCH_PHASES) {
      add(FAMILY[phase], at, at + phases[phase]);
      at += phases[phase];
    }
  } else add('hidden', start, end);
  for (const execution of executions) add('run', execution.start, execution.end);
  return pieces;
}

const FAMILY: Readonly<Record<(typeof FETCH_PHASES)[number], Piece>> = {
  redirect: 'queue',
  queue: 'queue',
  dns: 'connect',
  connect: 'connect',
  tls: 'connect',
  wait: 'wait',
  receive: 'receive',
};

/** All that a row shows in one line, for a screen reader. */
export function tellRow({ row, name, change, ranks }: ListedRow): string {
  const { baseline, current, renderBlocking } = row;
  const parts = [
    name,
    change === 'kept' ? '' : text(change === 'added' ? 'rowAdded' : 'rowRemoved'),
    renderBlocking ? text('renderBlocking') : '',
    ranks.length > 0
      ? textOfCount('rowCause', ranks.length, [formatList(ranks.map(formatCount), 'conjunction')])
      : '',
    baseline ? text('rowBaseline', tellSpan(baseline)) : '',
    current ? text('nowValue', tellSpan(current)) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function tellSpan({ start, end, executions }: WaterfallBar): string {
  const ran = executions.reduce((sum, execution) => sum + execution.end - execution.start, 0);
  const [from, lasts] = [formatValue(start, 'ms'), formatValue(end - start, 'ms')];
  return ran > 0 ? text('spanRuns', from, lasts, formatValue(ran, 'ms')) : text('spanOf', from, lasts);
}

/** "8 of 143 resources" and what is not shown. */
export function tellShown(shown: number, { rows, omitted }: Waterfall): string {
  const all = textOfCount('resourcesCount', rows.length + omitted);
  const drawn = shown === rows.length ? all : text('ofLimit', textOfCount('rows', shown), all);
  return omitted > 0 ? textOfCount('lastOmitted', omitted, [drawn, formatCount(omitted)]) : drawn;
}
