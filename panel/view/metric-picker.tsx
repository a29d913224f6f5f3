import { useSignal } from '@preact/signals';
import type { MetricName } from '../../src/domain/metric.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { DiffMetric } from '../derive/diff-metrics.ts';
import type { Status } from '../derive/status.ts';
import { isChange } from '../format.ts';
import { Icon, STATUS_ICONS } from './icon.tsx';
import { type MessageKey, text, textOfCount } from '../text.ts';

type Told = Verdict | 'too-noisy';

const STATUS_OF: Readonly<Record<Told, Status>> = {
  regressed: 'regressed',
  improved: 'improved',
  unchanged: 'steady',
  'too-noisy': 'too-noisy',
  'needs-more-loads': 'suspected',
  'not-measured': 'not-measured',
};

const VERDICT_WORDS: Readonly<Record<Told, MessageKey>> = {
  regressed: 'verdictRegressed',
  improved: 'verdictImproved',
  unchanged: 'verdictUnchanged',
  'too-noisy': 'verdictTooNoisy',
  'needs-more-loads': 'verdictNeedsMore',
  'not-measured': 'notMeasured',
};

interface MetricPickerProps {
  readonly metrics: readonly DiffMetric[];
  readonly chosen: MetricName;
  readonly onChoose: (metric: MetricName) => void;
}

/** Radio buttons, so that the arrow keys choose. Metrics that hardly moved wait behind a button. */
export function MetricPicker({ metrics, chosen, onChoose }: MetricPickerProps) {
  const all = useSignal(false);
  const shown = metrics.filter(({ metric, notable }) => all.value || notable || metric === chosen);
  const hidden = metrics.length - shown.length;
  return (
    <fieldset class="picker">
      <legend class="visually-hidden">{text('metric')}</legend>
      {shown.map(({ metric, label, delta, relative, verdict, diff }) => {
        const told = diff.isTooNoisy ? 'too-noisy' : verdict;
        return (
          <label key={metric} class={`pick ${verdict}`}>
            <input type="radio" name="metric" checked={metric === chosen} onChange={() => onChoose(metric)} />
            <span class="pick-label">
              <Icon name={STATUS_ICONS[STATUS_OF[told]]} />
              {label}
              <span class="visually-hidden"> {text(VERDICT_WORDS[told])}</span>
            </span>
            <strong>{delta}</strong>
            {relative && isChange(delta) && <small>{relative}</small>}
          </label>
        );
      })}
      {hidden > 0 && (
        <button type="button" class="button quiet" onClick={() => (all.value = true)}>
          {textOfCount('otherMetrics', hidden)}
        </button>
      )}
    </fieldset>
  );
}
