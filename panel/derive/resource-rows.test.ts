import { expect, it } from 'vitest';
import type { ResourceChange, ResourceDiff } from '../../src/domain/cause.ts';
import { countChanges, deriveResourceRows } from './resource-rows.ts';

const resource = (url: string, overrides: Partial<ResourceChange> = {}): ResourceChange => ({
  url,
  type: 'script',
  party: 'first',
  renderBlocking: false,
  transferSize: {},
  duration: {},
  ...overrides,
});

const none: ResourceDiff = { added: [], removed: [], resized: [], retimed: [], renamed: [] };
const app = 'https://a.test/app.2.js';

it('makes one row of a resource that is renamed, resized and retimed', () => {
  const resized = resource(app, { transferSize: { baseline: 96_000, current: 131_000 } });
  const rows = deriveResourceRows({
    ...none,
    resized: [resized],
    retimed: [resource(app, { ...resized, phase: 'wait' })],
    renamed: [resource(app, { ...resized, previousUrl: 'https://a.test/app.1.js' })],
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    changes: ['resized', 'retimed', 'renamed'],
    name: '/app.2.js',
    previousName: '/app.1.js',
    phase: 'wait',
  });
  expect(rows[0]?.size.delta?.replaceAll('\u00a0', ' ')).toBe('+35 kB');
});

it('keeps a removed and an added resource of one URL apart', () => {
  const rows = deriveResourceRows({ ...none, added: [resource(app)], removed: [resource(app)] });
  expect(rows.map(({ changes }) => changes)).toEqual([['added'], ['removed']]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
});

it('puts the largest change first and names third parties by host', () => {
  const rows = deriveResourceRows({
    ...none,
    added: [
      resource('https://a.test/small.js', { transferSize: { current: 1000 } }),
      resource('https://cdn.test/tag.js', { party: 'third', transferSize: { current: 90_000 } }),
    ],
  });
  expect(rows.map(({ name }) => name)).toEqual(['cdn.test/tag.js', '/small.js']);
  expect(rows[0]?.size).toMatchObject({ worse: true });
  expect(rows[0]?.size).not.toHaveProperty('before');
});

it('does not call a hidden size a change', () => {
  const [row] = deriveResourceRows({
    ...none,
    retimed: [resource(app, { duration: { baseline: 100, current: 50 } })],
  });
  expect(row?.size).toEqual({ worse: false });
  expect(row?.duration.worse).toBe(false);
});

it('counts by kind of change', () => {
  expect(countChanges({ ...none, added: [resource(app)] })).toEqual({
    added: 1,
    removed: 0,
    resized: 0,
    retimed: 0,
    renamed: 0,
  });
});
