import { expect, it } from 'vitest';
import type { Budget, BudgetTarget } from '../../src/domain/budget.ts';
import { buildSnapshot } from '../../src/domain/build-snapshot.ts';
import { createCapture } from '../../src/domain/capture.fixture.ts';
import { draftOf } from './budget-draft.ts';
import { listTargetOptions, nextTarget, optionKey, suggestNames } from './budget-targets.ts';

const budget: Budget = {
  id: 'shop',
  name: 'Shop',
  pattern: '/shop/*',
  limits: [
    { type: 'absolute', target: { kind: 'metric', metric: 'load' }, max: 2500 },
    { type: 'absolute', target: { kind: 'resource', pattern: '/app.js', measure: 'duration' }, max: 120 },
    { type: 'absolute', target: { kind: 'unmeasurable', name: 'speed-index' }, max: 3000 },
  ],
};

it.each<[BudgetTarget, string]>([
  [{ kind: 'metric', metric: 'load' }, 'load'],
  [{ kind: 'resource', pattern: '/app.js', measure: 'duration' }, 'resource'],
  [{ kind: 'user-timing', name: 'hydrated' }, 'user-timing'],
  [{ kind: 'unmeasurable', name: 'speed-index' }, 'unmeasurable:speed-index'],
])('the option of %o is %s', (target, key) => {
  expect(optionKey(target)).toBe(key);
  expect(listTargetOptions(draftOf(budget)).filter((option) => option.key === key)).toHaveLength(1);
});

it('suggests what the latest load had: paths of its own origin, URLs of others, each once', () => {
  const snapshot = buildSnapshot(createCapture());
  const [resource] = snapshot.resources;
  const urls = [
    'http://localhost/app(1).js',
    'http://localhost/a.js',
    'http://localhost/a.js',
    'https://cdn.test/b.js',
  ];
  const latest = {
    ...snapshot,
    url: 'http://localhost/shop',
    resources: urls.map((url) => ({ ...resource!, url })),
    userTimings: [{ kind: 'mark' as const, name: 'hydrated', startTime: 1, duration: 0 }],
  };
  expect(suggestNames('resource', latest)).toEqual([
    String.raw`/app\(1\).js`,
    '/a.js',
    'https://cdn.test/b.js',
  ]);
  expect(suggestNames('user-timing', latest)).toEqual(['hydrated']);
  expect(suggestNames('resource', undefined)).toEqual([]);
});

it('offers every standard target once, and others the budget already has', () => {
  const options = listTargetOptions(draftOf(budget));
  expect(new Set(options.map(({ key }) => key)).size).toBe(options.length);
  expect(options.filter(({ group }) => group === 'groupOther').map(({ text }) => text)).toEqual([
    'speed-index',
  ]);
});

it('adds a limit about something that has none', () => {
  expect(nextTarget(draftOf({ ...budget, limits: [] }))).toEqual({
    kind: 'metric',
    metric: 'timeToFirstByte',
  });
  const all = listTargetOptions(draftOf(budget)).map(({ target }) => ({
    target,
    type: 'absolute' as const,
    amount: '1',
  }));
  expect(nextTarget({ ...draftOf(budget), limits: all })).toEqual({ kind: 'metric', metric: 'load' });
});
