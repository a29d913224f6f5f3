import { drawBar, type DrawnPiece, type ListedRow, tellRow } from '../derive/waterfall-rows.ts';

/** Width of the square that a row's bars are drawn in; its height is that of the two lanes. */
const WIDTH = 1000;
const LANES = { before: { y: 1, height: 6 }, after: { y: 9, height: 8 } };
const HEIGHT = 18;

/** What is shorter than this share of the axis is drawn as long: it must be seen. */
const SHORTEST = 1.5;

interface WaterfallRowProps {
  readonly row: ListedRow;
  readonly place: number;
  readonly count: number;
  readonly height: number;
  /** Length of the axis in ms. */
  readonly end: number;
  readonly isLit: boolean;
  /** The cursor is here. */
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}

export function WaterfallRow({
  row,
  place,
  count,
  height,
  end,
  isLit,
  isCurrent,
  onChoose,
}: WaterfallRowProps) {
  const { name, change, ranks } = row;
  const baseline = drawBar(row.row.baseline, end);
  const current = drawBar(row.row.current, end);
  return (
    <div
      id={`wf-${row.key}`}
      class={`wf-row ${change} ${isCurrent ? 'current' : ''}`}
      role="option"
      aria-label={tellRow(row)}
      aria-selected={isLit}
      aria-posinset={place + 1}
      aria-setsize={count}
      style={{ top: `${place * height}px`, height: `${height}px` }}
      title={row.row.url}
      onClick={onChoose}
    >
      <span class="wf-name">
        {ranks.map((rank) => (
          <span key={rank} class="rank">
            {rank}
          </span>
        ))}
        {change !== 'kept' && <span class="wf-change">{change === 'added' ? '+' : '−'}</span>}
        <bdi class="path">{name}</bdi>
      </span>
      <svg class="wf-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <Joint before={baseline} after={current} />
        <Bar pieces={baseline} side="before" />
        <Bar pieces={current} side="after" />
      </svg>
    </div>
  );
}

function Bar({
  pieces,
  side,
}: {
  readonly pieces: readonly DrawnPiece[];
  readonly side: 'before' | 'after';
}) {
  const { y, height } = LANES[side];
  return (
    <g class={side}>
      {pieces.map(({ kind, from, to }) => (
        <rect
          key={`${kind} ${from}`}
          class={kind}
          x={from * WIDTH}
          width={Math.max((to - from) * WIDTH, SHORTEST)}
          y={kind === 'run' ? y + 1 : y}
          height={kind === 'run' ? height - 2 : height}
        />
      ))}
    </g>
  );
}

/** Joins a fetch of the baseline with the same one now. */
function Joint({
  before,
  after,
}: {
  readonly before: readonly DrawnPiece[];
  readonly after: readonly DrawnPiece[];
}) {
  const [a, b] = [extentOf(before), extentOf(after)];
  if (!a || !b) return null;
  const top = LANES.before.y + LANES.before.height;
  const bottom = LANES.after.y;
  const points = [
    [a.from, top],
    [a.to, top],
    [b.to, bottom],
    [b.from, bottom],
  ];
  return <polygon class="joint" points={points.map(([x = 0, y]) => `${x * WIDTH},${y}`).join(' ')} />;
}

function extentOf(pieces: readonly DrawnPiece[]): { from: number; to: number } | undefined {
  const fetched = pieces.filter(({ kind }) => kind !== 'run');
  const [first] = fetched;
  const last = fetched.at(-1);
  return first && last && { from: first.from, to: last.to };
}
