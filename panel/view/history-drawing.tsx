import type { History } from '../derive/history.ts';
import { STATUS_TONES } from '../derive/status.ts';
import { percent } from './percent.ts';

export function HistoryAxis({ ticks }: { readonly ticks: History['ticks'] }) {
  return (
    <div class="history-axis" aria-hidden="true">
      {ticks.map(({ y, label }) => (
        <span key={label} style={{ bottom: percent(y) }}>
          {label}
        </span>
      ))}
    </div>
  );
}

/** When the first and the last of the loads began. */
export function HistoryMoments({ points }: Pick<History, 'points'>) {
  const ends = points.length > 1 ? [points[0], points.at(-1)] : points;
  return (
    <div class="history-moments" aria-hidden="true">
      {ends.map((point) => point && <span key={point.visitId}>{point.moment}</span>)}
    </div>
  );
}

/** So few points have room, and are seen better when they take it. */
const FEW_POINTS = 60;

/** Levels and marks behind, points in front. */
export function HistoryDrawing({ history }: { readonly history: History }) {
  const { drawn, marks, ticks, baseline, band, budget, first } = history;
  return (
    <>
      <svg class="history-levels" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {band !== '' && <path class="band" d={band} />}
        {baseline !== '' && <path class="baseline" d={baseline} />}
        {first !== '' && <path class="first" d={first} />}
        {budget !== '' && <path class="budget" d={budget} />}
      </svg>
      <svg class="history-points" aria-hidden="true">
        {ticks.map(({ y, label }) => (
          <line key={label} class="tick" x1="0" x2="100%" y1={percent(1 - y)} y2={percent(1 - y)} />
        ))}
        {marks.map(({ kind, x, text }) => (
          <line key={text + x} class={kind} x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
        ))}
        {drawn.map(({ visitId, x, y, status }) => (
          <circle
            key={visitId}
            class={status === 'not-judged' ? 'hollow' : STATUS_TONES[status]}
            cx={percent(x)}
            cy={percent(1 - y)}
            r={(status === 'regressed' ? 3.5 : 2.5) * (drawn.length <= FEW_POINTS ? 1.5 : 1)}
          />
        ))}
      </svg>
    </>
  );
}
