import type { MetricDiff } from '../../src/domain/cause.ts';
import { deriveRemedies } from '../derive/remedies.ts';
import type { CauseLight } from './cause-light.ts';
import { text } from '../text.ts';

/** What can be done, what saves most first: found by replaying the current load without each cause. */
export function RemedyList({ diff, light }: { readonly diff: MetricDiff; readonly light: CauseLight }) {
  const remedies = deriveRemedies(diff);
  if (remedies.length < 2) return null;
  return (
    <section class="remedies" aria-labelledby="remedies">
      <h2 id="remedies">{text('savesMost')}</h2>
      <ol>
        {remedies.map(({ cause, rank, action, saves, between, share }) => (
          <li key={rank} aria-current={light.isLit(cause) || undefined}>
            <button
              type="button"
              class="remedy"
              aria-pressed={light.isLit(cause)}
              onClick={() => light.toggle(cause)}
            >
              <span class="rank">{rank}</span>
              <span class="remedy-action">
                <bdi>{action}</bdi>
              </span>
              <strong>{saves}</strong>
              <small class="muted">{between}</small>
              <svg class="bar less" aria-hidden="true">
                <rect class="fill" width={`${(share * 100).toFixed(1)}%`} height="100%" rx="2" />
              </svg>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
