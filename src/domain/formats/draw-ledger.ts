import type { MetricDiff } from '../cause.ts';
import { deriveLedger, type LedgerStep } from '../ledger-steps.ts';
import { type Html, html } from './html.ts';
import { formatDelta, formatValue } from './value.ts';

const SLOT = 84;
const COLUMN = 60;
const TOP = 18;
const PLOT = 112;
const HEIGHT = TOP + PLOT + 20;

/**
 * From the baseline to now as a running sum, as the panel draws it: what each cause added or took away. The list beside
 * it has the same numbers, hence it is hidden from assistive technology.
 */
export function drawLedger(diff: MetricDiff): Html {
  const { steps, broken } = deriveLedger(diff);
  const width = steps.length * SLOT;
  const ground = TOP + PLOT;
  return html`<svg class="ledger" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" aria-hidden="true"><line x1="0" x2="${width}" y1="${ground}" y2="${ground}"/>${steps.map((step, i) => drawStep(step, i, diff.unit))}</svg>
${broken ? html`<p class="muted">The axis does not begin at zero.</p>` : html``}`;
}

function drawStep(step: LedgerStep, index: number, unit: MetricDiff['unit']): Html {
  const { kind, label, amount, from, to } = step;
  const left = index * SLOT + (SLOT - COLUMN) / 2;
  const middle = (index + 0.5) * SLOT;
  const top = yOf(to);
  const height = Math.max(round((to - from) * PLOT), 2);
  const text = kind === 'level' ? formatValue(amount, unit) : formatDelta(amount, unit);
  return html`<rect class="${directionOf(step)}" x="${left}" y="${top}" width="${COLUMN}" height="${height}" rx="2"/><text x="${middle}" y="${top - 5}">${text}</text><text class="name" x="${middle}" y="${HEIGHT - 6}">${label}</text>`;
}

function directionOf({ kind, amount }: LedgerStep): string {
  if (kind === 'cause') return amount > 0 ? 'more' : 'less';
  return kind === 'level' ? 'level' : 'rest';
}

function yOf(share: number): number {
  return round(TOP + (1 - share) * PLOT);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
