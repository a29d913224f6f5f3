import type { ReadonlySignal } from '@preact/signals';
import type { HistoryPoint } from '../derive/history.ts';
import { STATUS_TONES } from '../derive/status.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { StatusMark } from './status-mark.tsx';
import { text } from '../text.ts';

interface HistoryPickProps {
  readonly model: PanelModel;
  readonly points: readonly HistoryPoint[];
  readonly cursor: ReadonlySignal<string | undefined>;
}

/** The load under the cursor in words, and what can be done with it. */
export function HistoryPick({ model, points, cursor }: HistoryPickProps) {
  const { picked, metric } = model.history;
  const point = points.find(({ visitId }) => visitId === cursor.value) ?? points.at(-1);
  const first = points.find(({ visitId }) => visitId === picked.value);
  if (!point) return null;
  const isSame = first?.visitId === point.visitId;
  return (
    <div class="history-pick">
      <div class="history-load">
        <strong class={STATUS_TONES[point.status] === 'bad' ? 'bad' : ''}>{point.value}</strong>
        <StatusMark status={point.status} />
        <span class="muted">
          {[point.moment, point.delta, ...point.notes].filter((part) => part !== undefined).join(' · ')}
        </span>
      </div>
      <div class="history-actions">
        <button
          type="button"
          class="button"
          onClick={() => model.explain({ visitId: point.visitId, metric: metric.value })}
        >
          {text('explain')}
        </button>
        {first && !isSame ? (
          <button
            type="button"
            class="button"
            onClick={() => model.compare(first.visitId, point.visitId, metric.value)}
          >
            {text('compareWith', first.moment)}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            aria-pressed={isSame}
            onClick={() => (picked.value = isSame ? undefined : point.visitId)}
          >
            {text(isSame ? 'pickedChoose' : 'pickToCompare')}
          </button>
        )}
      </div>
    </div>
  );
}
