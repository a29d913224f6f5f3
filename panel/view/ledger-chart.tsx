import type { Cause, MetricDiff } from '../../src/domain/cause.ts';
import { deriveLedger, type LedgerStep } from '../../src/domain/ledger-steps.ts';
import type { CauseLight } from './cause-light.ts';
import { moveFocus } from './move-focus.ts';
import { formatDelta, formatShare, formatValue, type Unit } from '../format.ts';
import { nameStep } from '../derive/step-words.ts';
import { say } from '../say.ts';
import { text, textOfCount } from '../text.ts';

const KEYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

const PLOT_TOP = 18;
const PLOT_HEIGHT = 112;
/** Columns lower than this share of the chart have their amount in the list only: labels would overlap. */
const LABELLED_FROM = 0.08;

const HEIGHT = PLOT_TOP + PLOT_HEIGHT + 20;

interface LedgerChartProps {
  readonly label: string;
  readonly diff: MetricDiff;
  readonly light: CauseLight;
}

/** From the baseline to now as a running sum: what each cause added or took away. */
export function LedgerChart({ label, diff, light }: LedgerChartProps) {
  const { steps, broken } = deriveLedger(diff);
  const slot = 100 / steps.length;
  const [from, to] = [diff.baseline, diff.current].map(({ median }) => formatValue(median, diff.unit));
  return (
    <figure class="ledger">
      <svg
        role="group"
        aria-label={text('ledgerTitle', label, from ?? '', to ?? '')}
        height={HEIGHT}
        onKeyDown={(event) => void moveFocus(event, KEYS)}
      >
        <line class="axis" x1="0" x2="100%" y1={PLOT_TOP + PLOT_HEIGHT} y2={PLOT_TOP + PLOT_HEIGHT} />
        {steps.map((step, index) => (
          <Step
            key={step.label}
            step={step}
            unit={diff.unit}
            x={index * slot}
            slot={slot}
            cause={step.kind === 'cause' ? diff.causes[index - 1] : undefined}
            light={light}
          />
        ))}
        {steps.slice(0, -1).map((step, index) => (
          <line
            key={step.label}
            class="connector"
            x1={`${(index + 0.85) * slot}%`}
            x2={`${(index + 1.15) * slot}%`}
            y1={yOf(step.level)}
            y2={yOf(step.level)}
          />
        ))}
      </svg>
      <figcaption>
        {[
          text('ledgerMedians', textOfCount('loads', diff.baseline.n), textOfCount('loads', diff.current.n)),
          steps.some(({ range }) => range && range.to > range.from) && text('ledgerWhiskers'),
          broken && text('axisNotZero'),
        ]
          .filter(Boolean)
          .join(' ')}
      </figcaption>
      <LedgerTable diff={diff} />
    </figure>
  );
}

function Step({
  step,
  unit,
  x,
  slot,
  cause,
  light,
}: {
  readonly step: LedgerStep;
  readonly unit: Unit;
  readonly x: number;
  readonly slot: number;
  readonly cause: Cause | undefined;
  readonly light: CauseLight;
}) {
  const { kind, amount, from, to, range } = step;
  const direction =
    kind === 'level' ? 'level' : kind === 'unexplained' ? 'rest' : amount > 0 ? 'more' : 'less';
  const middle = `${x + slot / 2}%`;
  const height = Math.max((to - from) * PLOT_HEIGHT, 2);
  return (
    <g class={`step ${direction}`} {...(cause && choosable(cause, { step, unit, light }))}>
      {cause && <rect class="slot" x={`${x}%`} width={`${slot}%`} y="0" height={HEIGHT} rx="4" />}
      <rect
        class="column"
        x={`${x + slot * 0.15}%`}
        width={`${slot * 0.7}%`}
        y={yOf(to)}
        height={height}
        rx="2"
      />
      {range && range.to > range.from && (
        <line class="whisker" x1={middle} x2={middle} y1={yOf(range.to)} y2={yOf(range.from)} />
      )}
      {(kind === 'level' || to - from > LABELLED_FROM) && (
        <text class="amount" x={middle} y={yOf(Math.max(to, range?.to ?? 0)) - 5}>
          {kind === 'level' ? formatValue(amount, unit) : formatDelta(amount, unit)}
        </text>
      )}
      <text class="name" x={middle} y={HEIGHT - 6}>
        {nameStep(step)}
      </text>
    </g>
  );
}

/** A column that stands for a cause lights it up; of all columns only the first is in the tab order. */
function choosable(
  cause: Cause,
  { step, unit, light }: { readonly step: LedgerStep; readonly unit: Unit; readonly light: CauseLight },
) {
  const isLit = light.isLit(cause);
  return {
    role: 'button',
    tabindex: step.label === '1' ? 0 : -1,
    'data-item': step.label,
    'aria-pressed': isLit,
    'aria-label': text('ledgerCause', step.label, formatDelta(step.amount, unit), say(cause.summary)),
    onClick: () => light.toggle(cause),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      light.toggle(cause);
    },
  } as const;
}

function LedgerTable({ diff }: { readonly diff: MetricDiff }) {
  const { unit, delta, baseline, current, causes, unexplained } = diff;
  const share = (part: number): string => (delta === 0 ? '' : formatShare(part / delta));
  return (
    <details class="as-table">
      <summary>{text('asTable')}</summary>
      <table>
        <tbody>
          <tr>
            <th scope="row">{text('baseline')}</th>
            <td class="number">{formatValue(baseline.median, unit)}</td>
            <td />
          </tr>
          {causes.map(({ summary, contribution, share: part }, index) => (
            <tr key={index}>
              <th scope="row">
                {index + 1}. {say(summary)}
              </th>
              <td class="number">{formatDelta(contribution, unit)}</td>
              <td class="number">{formatShare(part)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{text('unexplained')}</th>
            <td class="number">{formatDelta(unexplained, unit)}</td>
            <td class="number">{share(unexplained)}</td>
          </tr>
          <tr>
            <th scope="row">{text('now')}</th>
            <td class="number">{formatValue(current.median, unit)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </details>
  );
}

function yOf(share: number): number {
  return PLOT_TOP + (1 - share) * PLOT_HEIGHT;
}
