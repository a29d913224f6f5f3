import { type Html, html } from './html.ts';

/** More bars than this are thinner than a pixel and a half; the newest are drawn. */
const MOST_BARS = 40;

const WIDTH = 160;
const HEIGHT = 28;
const WIDEST = 8;

/**
 * The values of one metric over its loads as bars from zero, with the baseline's level as a line. A load that did not
 * measure it is a gap. Beside the numbers it draws, hence hidden from assistive technology.
 */
export function drawBars(values: readonly (number | undefined)[], baseline: number | undefined): Html {
  const shown = values.slice(-MOST_BARS);
  const top = Math.max(baseline ?? 0, ...shown.map((value) => value ?? 0));
  if (top === 0) return html``;
  const step = Math.min(WIDTH / shown.length, WIDEST);
  const heightOf = (value: number): number => (value / top) * (HEIGHT - 1);
  const bars = shown.flatMap((value, i) =>
    value === undefined
      ? []
      : [
          html`<rect x="${round(i * step)}" y="${round(HEIGHT - heightOf(value))}" width="${round(step - 1)}" height="${round(heightOf(value))}"/>`,
        ],
  );
  const level = baseline === undefined ? undefined : round(HEIGHT - heightOf(baseline));
  const line =
    level === undefined
      ? html``
      : html`<line x1="0" x2="${round(shown.length * step)}" y1="${level}" y2="${level}"/>`;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">${bars}${line}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
