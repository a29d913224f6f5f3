import { type History, type HistoryMark, MARK_KINDS } from '../derive/history.ts';
import { type Status, STATUS_TONES, STATUS_WORDS } from '../derive/status.ts';
import { type MessageKey, text } from '../text.ts';

const MARK_WORDS: Readonly<Record<HistoryMark['kind'], MessageKey>> = {
  build: 'markBuild',
  change: 'markChange',
  regression: 'markRegression',
  resolved: 'markResolved',
  baseline: 'markBaseline',
};

interface LegendEntry {
  readonly kind: string;
  readonly label: MessageKey;
  readonly shown: boolean;
}

/** Points of a colour; the others are grey, and fine. */
const COLOURED: readonly Status[] = ['regressed', 'over-budget', 'suspected', 'improved', 'learning'];

/** Only what is drawn is explained. */
export function HistoryLegend({ history }: { readonly history: History }) {
  const { baseline, band, budget, first, marks, points, beginsAtZero } = history;
  const statuses = new Set(points.map(({ status }) => status));
  const entries: readonly LegendEntry[] = [
    ...COLOURED.map((status) => ({
      kind: `point ${STATUS_TONES[status]} ${status}`,
      label: STATUS_WORDS[status],
      shown: statuses.has(status),
    })),
    {
      kind: 'hollow',
      label: 'statusNotJudged',
      shown: statuses.has('not-judged'),
    },
    { kind: 'level', label: 'baseline', shown: baseline !== '' },
    { kind: 'band', label: 'bandHint', shown: band !== '' },
    { kind: 'first', label: 'firstBaseline', shown: first !== '' },
    { kind: 'budget', label: 'budgetLine', shown: budget !== '' },
    ...MARK_KINDS.map((kind) => ({
      kind,
      label: MARK_WORDS[kind],
      shown: marks.some((mark) => mark.kind === kind),
    })),
  ];
  return (
    <ul class="history-legend" aria-label={text('legend')}>
      {entries
        .filter(({ shown }) => shown)
        .map(({ kind, label }) => (
          <li key={kind}>
            <span class={`swatch ${kind}`} />
            {text(label)}
          </li>
        ))}
      {!beginsAtZero && <li>{text('axisNotZero')}</li>}
    </ul>
  );
}
