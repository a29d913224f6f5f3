import type { Cause, MetricDiff } from '../../src/domain/cause.ts';
import { formatDelta, formatShare, formatValue } from '../format.ts';
import { isNegligible } from '../../src/domain/ledger-steps.ts';
import { beginSentence } from '../derive/words.ts';
import { Icon } from './icon.tsx';

const WHAT_IF_WORDS: Readonly<Record<NonNullable<Cause['whatIf']>['action'], string>> = {
  remove: 'Removing it',
  defer: 'Deferring it',
  preload: 'Preloading it',
  shrink: 'Shrinking it',
  'faster-server': 'A faster server',
  'no-redirect': 'Dropping the redirect',
};

/** The causes by falling contribution; what is behind each, and what to do about it. */
export function CauseList({ diff }: { readonly diff: MetricDiff }) {
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
}

function CauseItem({ cause, rank, diff, largest }: CauseItemProps) {
  const { contribution, share, confidence, summary, evidence, advice, whatIf } = cause;
  return (
    <li class="cause">
      <div class="cause-head">
        <span class="rank">{rank}</span>
        <strong class="amount">{formatDelta(contribution, diff.unit)}</strong>
        <Bar share={Math.abs(contribution) / largest} kind={contribution > 0 ? 'more' : 'less'} />
        <span class="share">{formatShare(share)}</span>
      </div>
      <p class="cause-summary">{beginSentence(summary)}</p>
      <p class="advice">
        <Icon name="advice" />
        <span>
          {advice}
          {whatIf && (
            <strong>
              {' '}
              {WHAT_IF_WORDS[whatIf.action]} would save about {formatValue(whatIf.saves, diff.unit)}.
            </strong>
          )}
        </span>
      </p>
      <details open={rank === 1}>
        <summary>
          Evidence <span class="muted">({confidence} confidence)</span>
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
