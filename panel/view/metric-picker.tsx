import { useSignal } from '@preact/signals';
import type { MetricName } from '../../src/domain/metric.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { DiffMetric } from '../derive/diff-metrics.ts';
import type { Status } from '../derive/status.ts';
import { isChange } from '../format.ts';
import { Icon, STATUS_ICONS } from './icon.tsx';
import { type MessageKey, text, textOfCount } from '../text.ts';

const STATUS_OF: Readonly<Record<Verdict, Status>> = {
  regressed: 'regressed',
  improved: 'improved',
  unchanged: 'steady',
  'needs-more-loads': 'suspected',
  'not-measured': 'not-measured',
};

const VERDICT_WORDS: Readonly<Record<Verdict, MessageKey>> = {
  regressed: 'verdictRegressed',
  improved: 'verdictImproved',
  unchanged: 'verdictUnchanged',
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
      {shown.map(({ metric, label, delta, relative, verdict }) => (
        <label key={metric} class={`pick ${verdict}`}>
          <input type="radio" name="metric" checked={metric === chosen} onChange={() => onChoose(metric)} />
          <span class="pick-label">
            <Icon name={STATUS_ICONS[STATUS_OF[verdict]]} />
            {label}
            <span class="visually-hidden"> {text(VERDICT_WORDS[verdict])}</span>
          </span>
          <strong>{delta}</strong>
          {relative && isChange(delta) && <small>{relative}</small>}
        </label>
      ))}
      {hidden > 0 && (
        <button type="button" class="button quiet" onClick={() => (all.value = true)}>
          {textOfCount('otherMetrics', hidden)}
        </button>
      )}
    </fieldset>
  );
}
