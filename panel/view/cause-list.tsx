import type { Cause, MetricDiff } from '../../src/domain/cause.ts';
import { tellConfidence } from '../../src/domain/formats/cause-words.ts';
import { formatDelta, formatShare } from '../format.ts';
import { isNegligible } from '../../src/domain/ledger-steps.ts';
import { describeRemedy } from '../derive/remedies.ts';
import { beginSentence } from '../derive/words.ts';
import type { CauseLight } from './cause-light.ts';
import { Icon } from './icon.tsx';

/** The causes by falling contribution; what is behind each, and what to do about it. */
export function CauseList({ diff, light }: { readonly diff: MetricDiff; readonly light: CauseLight }) {
  const { causes, unexplained, delta, unit } = diff;
  const largest = Math.max(
    ...causes.map(({ contribution }) => Math.abs(contribution)),
    Math.abs(unexplained),
    1e-9,
  );
  return (
    <ol class="causes" aria-label="Causes">
      {causes.map((cause, index) => (
        <CauseItem
          key={cause.kind + (cause.resource ?? index)}
          cause={cause}
          rank={index + 1}
          diff={diff}
          largest={largest}
          light={light}
        />
      ))}
      {causes.length === 0 && <li class="cause muted">No single change stands out from the noise.</li>}
      {causes.length > 0 && !isNegligible(unexplained, delta) && (
        <li class="cause rest">
          <div class="cause-head">
            <span class="rank">Rest</span>
            <strong class="amount">{formatDelta(unexplained, unit)}</strong>
            <Bar share={Math.abs(unexplained) / largest} kind="rest" />
            <span class="share">{delta === 0 ? '' : formatShare(unexplained / delta)}</span>
          </div>
          <p class="muted">Not explained by anything that changed beyond its usual noise.</p>
        </li>
      )}
    </ol>
  );
}

interface CauseItemProps {
  readonly cause: Cause;
  readonly rank: number;
  readonly diff: MetricDiff;
  readonly largest: number;
  readonly light: CauseLight;
}

function CauseItem({ cause, rank, diff, largest, light }: CauseItemProps) {
  const { contribution, share, summary, evidence, advice } = cause;
  const remedy = describeRemedy(cause, diff.unit);
  const isLit = light.isLit(cause);
  return (
    <li class="cause" aria-current={isLit || undefined}>
      <button type="button" class="cause-head" aria-pressed={isLit} onClick={() => light.toggle(cause)}>
        <span class="rank">{rank}</span>
        <strong class="amount">{formatDelta(contribution, diff.unit)}</strong>
        <Bar share={Math.abs(contribution) / largest} kind={contribution > 0 ? 'more' : 'less'} />
        <span class="share">{formatShare(share)}</span>
        <span class="visually-hidden">: show what belongs to it</span>
      </button>
      <p class="cause-summary">{beginSentence(summary)}</p>
      <p class="advice">
        <Icon name="advice" />
        <span>
          {advice}
          {remedy && (
            <strong>
              {' '}
              {remedy.action} would save about {remedy.saves}
              {remedy.between && ` (${remedy.between})`}.
            </strong>
          )}
        </span>
      </p>
      <details open={rank === 1}>
        <summary>
          Evidence <span class="muted">({tellConfidence(cause, diff)})</span>
        </summary>
        <ul>
          {evidence.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function Bar({ share, kind }: { readonly share: number; readonly kind: 'more' | 'less' | 'rest' }) {
  return (
    <svg class={`bar ${kind}`} aria-hidden="true">
      <rect class="track" width="100%" height="100%" rx="2" />
      <rect class="fill" width={`${(share * 100).toFixed(1)}%`} height="100%" rx="2" />
    </svg>
  );
}
