import { type Strip, STRIP_LOADS } from '../derive/strip.ts';
import type { Tone } from '../derive/status.ts';
import { percent } from './percent.ts';

const SLOT = 100 / STRIP_LOADS;

/** Recent loads as bars, newest right, with the levels of baseline and budget, and of the loads past a change. */
export function StripChart({
  strip,
  tone,
  isOver,
  title,
}: {
  readonly strip: Strip;
  readonly tone: Tone;
  /** The budget is broken. */
  readonly isOver: boolean;
  readonly title: string;
}) {
  const first = STRIP_LOADS - strip.bars.length;
  return (
    <svg class={`strip ${tone} ${isOver ? 'over' : ''}`} role="img" aria-label={title}>
      {strip.bars.map(({ visitId, height, counted, latest }, index) => (
        <rect
          key={visitId}
          class={latest ? 'now' : counted ? 'counted' : 'hollow'}
          x={`${((first + index) * SLOT + SLOT * 0.15).toFixed(2)}%`}
          width={`${(SLOT * 0.7).toFixed(2)}%`}
          y={percent(1 - height)}
          height={percent(Math.max(height, 0.02))}
          rx="1"
        />
      ))}
      {strip.shift && <Shift shift={strip.shift} first={first} />}
      {strip.baseline !== undefined && <Level share={strip.baseline} kind="baseline" />}
      {strip.budget !== undefined && <Level share={strip.budget} kind="budget" />}
    </svg>
  );
}

/** How far it went and how sure that is: the new level over the loads that show it, in the band it lies in. */
function Shift({ shift, first }: { readonly shift: NonNullable<Strip['shift']>; readonly first: number }) {
  const { from, level, between } = shift;
  const x = `${((first + from) * SLOT).toFixed(2)}%`;
  return (
    <>
      {between && (
        <rect
          class="between"
          x={x}
          width={`${((STRIP_LOADS - first - from) * SLOT).toFixed(2)}%`}
          y={percent(1 - between[1])}
          height={percent(between[1] - between[0])}
        />
      )}
      <line class="shift" x1={x} x2="100%" y1={percent(1 - level)} y2={percent(1 - level)} />
    </>
  );
}

function Level({ share, kind }: { readonly share: number; readonly kind: 'baseline' | 'budget' }) {
  const y = percent(1 - share);
  return <line class={kind} x1="0" x2="100%" y1={y} y2={y} />;
}
