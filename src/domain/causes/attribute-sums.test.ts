import { describe, expect, test } from 'vitest';
import { loadPage } from '../replay/page-snapshot.fixture.ts';
import { changeResource, type PageSpec, SHOP } from '../replay/page-spec.fixture.ts';
import { prepareLoad } from '../replay/prepare-load.ts';
import type { Snapshot } from '../snapshot.ts';
import { interaction } from './interaction.ts';
import { attributeMetric } from './attribute-metric.ts';
import { createPair } from './pair.ts';
import type { MetricName } from '../metric.ts';
import { sayCause } from '../words/say-english.ts';

function attribute(before: Snapshot, after: Snapshot, name: MetricName) {
  const parts = attributeMetric(createPair(prepareLoad(before), prepareLoad(after)), name)?.parts ?? [];
  return Object.fromEntries(parts.map(({ key, value }) => [key, Math.round(value * 1000) / 1000]));
}

const load = (page: Partial<PageSpec>) => loadPage({ ...SHOP, ...page });

describe('time to first byte', () => {
  test('is divided among redirect, connection and wait', () => {
    expect(attribute(load({}), load({ server: 160, redirect: 100, latency: 40 }), 'timeToFirstByte')).toEqual(
      { redirect: 99.9, 'slow-document': 100 },
    );
  });

  test('gives what all servers share to the environment', () => {
    const parts = attribute(load({}), load({ latency: 140 }), 'timeToFirstByte');
    expect(parts).toEqual({ 'connection connect': 100, 'environment-latency': 100 });
  });
});

describe('long tasks', () => {
  const busy = (execute: number, later = 0) =>
    loadPage(changeResource(SHOP, '/js/app.js', { execute, later }));
  const key = 'script-execution https://shop.test/js/app.js';

  test('blocking time goes to the script that blocks', () => {
    expect(attribute(busy(80), busy(280), 'totalBlockingTime')).toEqual({ [key]: 200 });
  });

  test('a count goes to whoever filled most of the task', () => {
    expect(attribute(busy(80), busy(80, 90), 'longTasks')).toEqual({ [key]: 1 });
  });

  test('the longest task is compared with the longest', () => {
    expect(attribute(busy(80), busy(280), 'longestTask')).toEqual({ [key]: 200 });
  });

  test('new elements to lay out are the DOM’s', () => {
    const page = (elements: number) => loadPage({ ...SHOP, elements });
    expect(Object.keys(attribute(page(5_000), page(12_000), 'longestTask'))).toEqual([]);
    const longest = attribute(page(900), { ...page(900), longFrames: [], longTasks: [] }, 'longTasks');
    expect(longest).toEqual({});
  });
});

describe('layout shifts', () => {
  const shifted = (...shifts: PageSpec['shifts']) => load({ shifts });
  const banner = { after: '/js/app.js', value: 0.1, target: 'main' };

  test('are divided by element', () => {
    const more = [
      { ...banner, value: 0.25 },
      { ...banner, value: 0.05, target: 'footer' },
    ];
    expect(attribute(shifted(banner), shifted(...more), 'cumulativeLayoutShift')).toEqual({
      'layout-shift main': 0.15,
      'layout-shift footer': 0.05,
    });
  });

  test('of a shift without a source only the amount is known', () => {
    const anonymous = (value: number): Snapshot => ({
      ...load({}),
      metrics: { cumulativeLayoutShift: value },
      layoutShifts: [{ startTime: 5_000, value, sources: [] }],
    });
    expect(attribute(anonymous(0.1), anonymous(0.3), 'cumulativeLayoutShift')).toEqual({
      'layout-shift an element': 0.2,
    });
  });
});

describe('interactions', () => {
  const click = { target: '#buy', inputDelay: 8, processingDuration: 40, presentationDelay: 16 };

  test('are divided among their parts', () => {
    const slower = { ...click, inputDelay: 58, processingDuration: 240 };
    expect(
      attribute(load({ interaction: click }), load({ interaction: slower }), 'interactionToNextPaint'),
    ).toEqual({ 'interaction input delay': 50, 'interaction processing': 200 });
  });

  test('that force layouts are told so, and what to do about it', () => {
    const facts = { count: 0, phase: 'processing', time: { baseline: 4, current: 300 } };
    const forced = { ...facts, forcedLayout: 240 };
    expect(interaction.listEvidence?.(forced).map((each) => sayCause(each))).toEqual([
      '240 ms of that were forced layouts.',
    ]);
    expect(sayCause(interaction.advise(forced))).toContain('Read all sizes first');
    expect(interaction.listEvidence?.({ ...facts, forcedLayout: 20 })).toEqual([]);
    expect(sayCause(interaction.advise(facts))).toContain('Do less in the event handler');
  });

  test('with another element are not compared in parts', () => {
    const other = { ...click, target: '#menu', processingDuration: 340 };
    expect(
      attribute(load({ interaction: click }), load({ interaction: other }), 'interactionToNextPaint'),
    ).toEqual({ interaction: 300 });
  });
});

test('a metric that one load has not measured is not attributed', () => {
  const pair = createPair(prepareLoad(load({})), prepareLoad({ ...load({}), metrics: {} }));
  expect(attributeMetric(pair, 'load')).toBeUndefined();
});
