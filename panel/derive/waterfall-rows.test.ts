import { expect, it } from 'vitest';
import { createCause, createMetricDiff } from '../../src/domain/cause.fixture.ts';
import type { Cause, Comparison } from '../../src/domain/cause.ts';
import { bar, createWaterfall, NO_COMPARISON, row } from './waterfall.fixture.ts';
import { deriveWaterfallDetail } from './waterfall-detail.ts';
import { deriveWaterfallRows, drawBar, tellRow, tellShown } from './waterfall-rows.ts';

const blame = (resource: string): Cause => createCause({ kind: 'slow-server', resource });

const phases = { redirect: 0, queue: 10, dns: 0, connect: 20, tls: 10, wait: 40, receive: 20 };
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function draw(
  rows: Parameters<typeof createWaterfall>[0],
  options: { causes?: readonly Cause[]; comparison?: Comparison; all?: boolean } = {},
) {
  return deriveWaterfallRows(createWaterfall(rows), {
    causes: [],
    comparison: NO_COMPARISON,
    all: false,
    ...options,
  });
}

it('shows what matters: what a cause blames, what came or went, what blocks, what is painted largest', () => {
  const { baseline: _baseline, ...added } = row('/added.js');
  const { current: _current, ...removed } = row('/removed.js');
  const rows = [
    row('/quiet.js'),
    row('/blamed.js'),
    row('/elsewhere.js'),
    added,
    removed,
    row('/block.css', { renderBlocking: true }),
    row('/hero.jpg', { isLargestPaint: true }),
  ];
  const causes = [blame('/blamed.js')];
  const comparison = { ...NO_COMPARISON, metrics: { load: createMetricDiff([blame('/elsewhere.js')]) } };
  const drawn = draw(rows, { causes, comparison });
  expect(drawn.map(({ name, change, ranks }) => [name, change, ranks])).toEqual([
    ['/', 'kept', []],
    ['/blamed.js', 'kept', [1]],
    ['/elsewhere.js', 'kept', []],
    ['/added.js', 'added', []],
    ['/removed.js', 'removed', []],
    ['/block.css', 'kept', []],
    ['/hero.jpg', 'kept', []],
  ]);
  expect(draw(rows, { all: true })).toHaveLength(8);
});

it('leaves out of too many what has no cause', () => {
  const many = Array.from({ length: 100 }, (_, n) => row(`/${n}.css`, { renderBlocking: true }));
  const drawn = draw([...many, row('/last.js')], { causes: [blame('/last.js')] });
  expect(drawn).toHaveLength(60);
  expect(drawn.at(-1)?.name).toBe('/last.js');
});

it('draws the phases one after another, connecting as one, and then the script', () => {
  const current = bar(100, 200, { phases, executions: [{ start: 300, end: 400 }] });
  const [, app] = draw([row('/app.js', { current })], { all: true });
  expect(drawBar(app?.row.current, 1000)).toEqual([
    { kind: 'queue', from: 0.1, to: 0.11 },
    { kind: 'connect', from: 0.11, to: 0.13 },
    { kind: 'connect', from: 0.13, to: 0.14 },
    { kind: 'wait', from: 0.14, to: 0.18 },
    { kind: 'receive', from: 0.18, to: 0.2 },
    { kind: 'run', from: 0.3, to: 0.4 },
  ]);
  expect(drawBar(app?.row.baseline, 1000)).toEqual([{ kind: 'hidden', from: 0.1, to: 0.2 }]);
  expect(plain(app ? tellRow(app) : '')).toBe(
    '/app.js, baseline from 100 ms for 100 ms, now from 100 ms for 100 ms, runs for 100 ms',
  );
});

it('cuts off what lies beyond the axis, and draws nothing of a side without it', () => {
  expect(drawBar(bar(100, 900), 500)).toEqual([{ kind: 'hidden', from: 0.2, to: 1 }]);
  expect(drawBar(bar(600, 900), 500)).toEqual([]);
  expect(drawBar(undefined, 500)).toEqual([]);
});

it('has the numbers of a row, leaving out phases that took no time', () => {
  const baseline = bar(100, 200, { phases, transferSize: 9_000 });
  const current = bar(110, 330, { phases: { ...phases, wait: 160 }, transferSize: 9_000 });
  const [, app] = draw([row('/app.js', { baseline, current })], { all: true });
  const cells = app ? deriveWaterfallDetail(app) : [];
  expect(
    cells.map(({ label, baseline, current, worse }) => [label, plain(baseline), plain(current), worse]),
  ).toEqual([
    ['Start', '100 ms', '110 ms', false],
    ['Queue', '10 ms', '10 ms', false],
    ['Connect', '20 ms', '20 ms', false],
    ['TLS', '10 ms', '10 ms', false],
    ['Wait', '40 ms', '160 ms', true],
    ['Receive', '20 ms', '20 ms', false],
    ['End', '200 ms', '330 ms', true],
    ['Size', '9 kB', '9 kB', false],
  ]);
});

it('says what is not shown', () => {
  const waterfall = createWaterfall([row('/app.js')]);
  expect(plain(tellShown(2, waterfall))).toBe('2 resources');
  expect(plain(tellShown(1, waterfall))).toBe('1 row of 2 resources');
  expect(plain(tellShown(2, { ...waterfall, omitted: 5 }))).toBe(
    '7 resources; the last 5 resources cannot be drawn',
  );
});
