import { expect, it } from 'vitest';
import { derivePartRows } from './parts-rows.ts';

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

it('draws steps one after the other, on the scale of the longer side', () => {
  const { rows, target } = derivePartRows(
    {
      kind: 'steps',
      target: { baseline: 'h1', current: 'img' },
      rows: [
        { label: 'load delay', baseline: 50, current: 150 },
        { label: 'render delay', baseline: 50, current: 50 },
      ],
    },
    'largestContentfulPaint',
  );
  expect(target).toBe('img, before h1');
  expect(rows.map(({ before, after }) => [before, after])).toEqual([
    [
      { from: 0, size: 0.25 },
      { from: 0, size: 0.75 },
    ],
    [
      { from: 0.25, size: 0.25 },
      { from: 0.75, size: 0.25 },
    ],
  ]);
  expect(rows.map(({ label, delta, worse }) => [label, plain(delta), worse])).toEqual([
    ['Load delay', '+100 ms', true],
    ['Render delay', 'no change', false],
  ]);
});

it('draws shifts from zero, and says what was not measured', () => {
  const { rows, target } = derivePartRows(
    {
      kind: 'shifts',
      rows: [
        { label: '.ad', current: 0.2 },
        { label: '.b', baseline: 0.1, current: 0 },
      ],
    },
    'cumulativeLayoutShift',
  );
  expect(target).toBeUndefined();
  expect(rows[0]).toMatchObject({ label: '.ad', baseline: '–', current: '0.2', after: { from: 0, size: 1 } });
  expect(rows[0]).not.toHaveProperty('delta');
  expect(rows[1]).toMatchObject({ before: { from: 0, size: 0.5 }, after: { size: 0 }, worse: false });
});

it('calls a part neither worse nor better for what is nothing beside the others', () => {
  const { rows } = derivePartRows(
    {
      kind: 'steps',
      rows: [
        { label: 'time to first byte', baseline: 106, current: 106.5 },
        { label: 'load duration', baseline: 336, current: 229 },
        { label: 'render delay', baseline: 36, current: 416 },
      ],
    },
    'largestContentfulPaint',
  );
  expect(rows.map(({ worse, better }) => [worse, better])).toEqual([
    [false, false],
    [false, true],
    [true, false],
  ]);
});

it('calls a part neither where it is nothing beside the change of the metric', () => {
  const parts = { kind: 'steps', rows: [{ label: 'load delay', baseline: 80, current: 78 }] } as const;
  const { rows } = derivePartRows(parts, 'largestContentfulPaint', 530);
  expect(rows[0]).toMatchObject({ worse: false, better: false });
});

it('measures scripts in milliseconds whatever the metric', () => {
  const { rows } = derivePartRows({ kind: 'scripts', rows: [{ label: 'x', current: 40 }] }, 'longTasks');
  expect(plain(rows[0]?.current)).toBe('40 ms');
});
