import { expect, it } from 'vitest';
import { createWaterfall } from './waterfall.fixture.ts';
import { type AxisOptions, canZoom, deriveWaterfallAxis } from './waterfall-axis.ts';

const waterfall = createWaterfall([]);
const derive = (options: Partial<AxisOptions> = {}) =>
  deriveWaterfallAxis(waterfall, {
    metric: 'largestContentfulPaint',
    zoomed: false,
    labelWidth: 0.05,
    ...options,
  });

it('puts both loads on one axis, and says by how much the chosen milestone moved', () => {
  const { end, baseline, current, moved } = derive();
  expect(end).toBe(1040);
  expect(baseline.map(({ label, x }) => [label, Math.round(x * end)])).toEqual([
    ['TTFB', 40],
    ['FCP', 300],
    ['LCP', 400],
    ['Load', 900],
  ]);
  expect(current.find(({ chosen }) => chosen)).toMatchObject({ label: 'LCP', side: 'begins' });
  expect(moved).toEqual({ from: 400 / 1040, to: 800 / 1040, worse: true });
  expect(derive({ metric: 'transferSize' })).not.toHaveProperty('moved');
});

it('ends shortly after the chosen milestone when it is zoomed, without what comes later', () => {
  const { end, current } = derive({ zoomed: true });
  expect(end).toBe(832);
  expect(current.map(({ label }) => label)).toEqual(['TTFB', 'FCP', 'LCP']);
  expect(canZoom(waterfall, 'largestContentfulPaint')).toBe(true);
  expect(canZoom(waterfall, 'load')).toBe(false);
  expect(canZoom(waterfall, 'transferSize')).toBe(false);
});

it('labels the chosen milestone first when labels collide', () => {
  const labels = (metric: AxisOptions['metric']) =>
    derive({ metric, labelWidth: 0.2 })
      .baseline.filter(({ side }) => side)
      .map(({ label }) => label);
  expect(labels('largestContentfulPaint')).toEqual(['TTFB', 'LCP', 'Load']);
  expect(labels('firstContentfulPaint')).toEqual(['TTFB', 'FCP', 'Load']);
});
