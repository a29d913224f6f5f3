import { FETCH_PHASES, type FetchPhase } from '../../src/domain/match/fetch-phases.ts';
import type { WaterfallBar } from '../../src/domain/waterfall/waterfall.ts';
import { formatValue, type Unit } from '../format.ts';
import { type MessageKey, text } from '../text.ts';
import type { ListedRow, Piece } from './waterfall-rows.ts';

/** One number of a resource in both loads. */
export interface DetailCell {
  readonly label: string;
  /** The colour it has in the bars. */
  readonly kind?: Piece;
  readonly baseline: string;
  readonly current: string;
  /** Noticeably more than it was. */
  readonly worse: boolean;
}

const PHASE_LABELS: Readonly<Record<FetchPhase, readonly [label: MessageKey, kind: Piece]>> = {
  redirect: ['cellRedirect', 'queue'],
  queue: ['cellQueue', 'queue'],
  dns: ['cellDns', 'connect'],
  connect: ['cellConnect', 'connect'],
  tls: ['cellTls', 'connect'],
  wait: ['cellWait', 'wait'],
  receive: ['cellReceive', 'receive'],
};

/** Below this two loads differ without a reason. */
const NOTICEABLE = 10;

/** Start, phases, execution, size and end of a resource on either side; phases that took no time are left out. */
export function deriveWaterfallDetail({ row: { baseline, current } }: ListedRow): DetailCell[] {
  const cell = (
    label: MessageKey,
    unit: Unit,
    read: (bar: WaterfallBar) => number | undefined,
  ): DetailCell => {
    const [before, after] = [baseline && read(baseline), current && read(current)];
    return {
      label: text(label),
      baseline: before === undefined ? '–' : formatValue(before, unit),
      current: after === undefined ? '–' : formatValue(after, unit),
      worse: before !== undefined && after !== undefined && after - before > NOTICEABLE && unit === 'ms',
    };
  };
  const phases = FETCH_PHASES.flatMap((phase): DetailCell[] => {
    const longest = Math.max(baseline?.phases?.[phase] ?? 0, current?.phases?.[phase] ?? 0);
    const [label, kind] = PHASE_LABELS[phase];
    return longest > 0 ? [{ ...cell(label, 'ms', (bar) => bar.phases?.[phase]), kind }] : [];
  });
  const runs = [baseline, current].some((bar) => bar && bar.executions.length > 0)
    ? [{ ...cell('cellRuns', 'ms', sumExecutions), kind: 'run' as const }]
    : [];
  return [
    cell('start', 'ms', ({ start }) => start),
    ...phases,
    ...runs,
    cell('cellEnd', 'ms', ({ end }) => end),
    cell('size', 'bytes', ({ transferSize }) => transferSize),
  ];
}

function sumExecutions({ executions }: WaterfallBar): number {
  return executions.reduce((sum, { start, end }) => sum + end - start, 0);
}
