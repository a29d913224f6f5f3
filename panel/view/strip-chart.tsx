import { type Strip, STRIP_LOADS } from '../derive/strip.ts';
import type { Tone } from '../derive/status.ts';
import { percent } from './percent.ts';

const SLOT = 100 / STRIP_LOADS;

/** Recent loads as bars, newest right, with the levels of baseline and budget. */
export function StripChart({
  strip,
  tone,
  title,
}: {
  readonly strip: Strip;
  readonly tone: Tone;
  readonly title: string;
}) {
  const first = STRIP_LOADS - strip.bars.length;
  return (
    <svg class={`strip ${tone}`} role="img" aria-label={title}>
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
      {strip.baseline !== undefined && <Level share={strip.baseline} kind="baseline" />}
      {strip.budget !== undefined && <Level share={strip.budget} kind="budget" />}
    </svg>
  );
}

function Level({ share, kind }: { readonly share: number; readonly kind: 'baseline' | 'budget' }) {
  const y = percent(1 - share);
  return <line class={kind} x1="0" x2="100%" y1={y} y2={y} />;
}
