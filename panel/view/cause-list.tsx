import type { Cause, MetricDiff } from '../../src/domain/cause.ts';
import { phraseConfidence } from '../../src/domain/causes/confidence.ts';
import { formatDelta, formatShare } from '../format.ts';
import { isNegligible } from '../../src/domain/ledger-steps.ts';
import { describeRemedy, tellRemedy } from '../derive/remedies.ts';
import { beginSentence } from '../derive/words.ts';
import { say } from '../say.ts';
import { text } from '../text.ts';
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
    <ol class="causes" aria-label={text('causes')}>
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
      {causes.length === 0 && <li class="cause muted">{text('noCause')}</li>}
      {causes.length > 0 && !isNegligible(unexplained, delta) && (
        <li class="cause rest">
          <div class="cause-head">
            <span class="rank">{text('rest')}</span>
            <strong class="amount">{formatDelta(unexplained, unit)}</strong>
            <Bar share={Math.abs(unexplained) / largest} kind="rest" />
            <span class="share">{delta === 0 ? '' : formatShare(unexplained / delta)}</span>
          </div>
          <p class="muted">{text('notExplained')}</p>
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
        <span class="visually-hidden">{text('showBelonging')}</span>
      </button>
      <p class="cause-summary">{beginSentence(say(summary))}</p>
      <p class="advice">
        <Icon name="advice" />
        <span>
          {say(advice)}
          {remedy && <strong> {tellRemedy(remedy)}</strong>}
        </span>
      </p>
      <details open={rank === 1}>
        <summary>
          {text('evidence')} <span class="muted">({say(phraseConfidence(cause, diff))})</span>
        </summary>
        <ul>
          {evidence.map(say).map((fact) => (
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
