import { tellCause } from '../formats/cause-words.ts';
import { sayCause } from '../words/say-english.ts';
import { describe, expect, test } from 'vitest';
import { CAUSE_KINDS, type Cause, type MetricDiff } from '../cause.ts';
import { explain } from '../explain.ts';
import { loadPage, loadPages } from '../replay/page-snapshot.fixture.ts';
import { addResources, APP, changeResource } from '../replay/page-spec.fixture.ts';
import { CONSENT } from './fault-pages.fixture.ts';
import { type Fault, FAULTS } from './faults.fixture.ts';
import { CAUSE_DEFINITIONS } from './registry.ts';

const HERO = '/img/hero.png';

function diffFault({ before, after, metric }: Fault, loads: number): MetricDiff {
  const baseline = loads === 1 ? [loadPage(before, 1)] : loadPages(before, loads, 3);
  const current = loads === 1 ? [loadPage(after, 2)] : loadPages(after, loads, 4);
  const verdicts = { [metric]: { verdict: 'regressed' as const } };
  return explain(baseline, current, verdicts).metrics[metric]!;
}

describe('the registry', () => {
  test('has every kind of cause once', () => {
    expect(CAUSE_DEFINITIONS.map(({ kind }) => kind).sort()).toEqual([...CAUSE_KINDS].sort());
  });

  test('has a fault for every kind of cause', () => {
    expect([...new Set(FAULTS.map(({ kind }) => kind))].sort()).toEqual([...CAUSE_KINDS].sort());
  });
});

describe.each([1, 5])('from %i loads on either side the largest cause is the one put in', (loads) => {
  test.each(FAULTS.map((fault) => [fault.id, fault] as const))('%s', (_id, fault) => {
    const diff = diffFault(fault, loads);
    const [top] = diff.causes;
    expect(top?.kind).toBe(fault.kind);
    if (fault.resource) expect(top?.resource).toBe(fault.resource);
    expect(top?.share).toBeGreaterThan(0.5);
    expect(Math.abs(diff.unexplained)).toBeLessThan(0.35 * Math.abs(diff.delta));
    expect(sumOf(diff.causes) + diff.unexplained).toBeCloseTo(diff.delta, 9);
  });
});

test('a cause is told in words a reader can act on', () => {
  const fault = FAULTS.find(({ id }) => id === 'render-blocking script added')!;
  const [cause] = diffFault(fault, 5).causes;
  expect(cause).toMatchObject({ confidence: 'high', whatIf: { action: 'defer' } });
  const told = tellCause(cause!, { current: { median: 0, n: 5 } });
  expect(told).toMatchObject({
    summary: 'added render-blocking script /js/consent.js (80 kB)',
    advice: 'Load the script with defer or async, or only where it is needed.',
    confidence: 'confirmed by 5 loads',
  });
  expect(told.evidence.at(-1)).toMatch(/^Seen in 5 of 5 pairs of loads, between \+\d+ ms and \+\d+ ms\.$/);
});

test.each(FAULTS.map((fault) => [fault.id, fault] as const))('%s: complete sentences', (_id, fault) => {
  for (const cause of diffFault(fault, 1).causes) {
    const { summary, advice, evidence } = tellCause(cause, { current: { median: 0, n: 1 } });
    const sentences = [summary, advice, ...evidence];
    for (const text of sentences) expect(text).not.toMatch(/undefined|NaN|Infinity|\[object| -\d/);
    for (const text of sentences.slice(1)) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(summary).not.toMatch(/\.$/);
  }
});

test('improvements have no what-if, and nothing to do', () => {
  const fault = FAULTS.find(({ id }) => id === 'render-blocking script removed')!;
  const [cause] = diffFault(fault, 5).causes;
  expect(cause?.contribution).toBeLessThan(-100);
  expect(cause).not.toHaveProperty('whatIf');
  expect(sayCause(cause?.advice ?? '')).toBe('Nothing to do: this made the page better.');
});

test('two faults at once are the two largest causes, in order', () => {
  const [slow, script] = [
    FAULTS.find(({ id }) => id === 'slow document')!,
    FAULTS.find(({ id }) => id === 'render-blocking script added')!,
  ];
  const both = { ...script.after, server: slow.after.server };
  const diff = diffFault({ ...script, after: both }, 5);
  expect(diff.causes.slice(0, 2).map(({ kind }) => kind)).toEqual(['slow-document', 'added-resource']);
  expect(diff.causes[0]?.contribution).toBeGreaterThan(350);
});

test('an API call that holds the largest paint is found behind a first paint that came after the image', () => {
  const api = '/api/products';
  const early = {
    ...changeResource(APP, HERO, { size: 300_000 }),
    largest: { ...APP.largest, waitsFor: [api, HERO] },
  };
  const before = {
    ...early,
    resources: early.resources.map((r) => (r.path === HERO ? { path: r.path, size: r.size } : r)),
  };
  const after = addResources(changeResource(before, api, { server: 480 }), { ...CONSENT, server: 500 });
  const fault = { id: '', before, after, metric: 'largestContentfulPaint', kind: 'added-resource' } as const;
  const { causes, delta, unexplained } = diffFault(fault, 5);
  const blamed = causes.slice(0, 2).map(({ resource }) => resource);
  expect(new Set(blamed)).toEqual(new Set([api, CONSENT.path]));
  expect(Math.abs(unexplained)).toBeLessThan(0.1 * delta);
});

describe('loads of one build have no named causes', () => {
  const pages = [...new Map(FAULTS.map(({ id, before }) => [before, id] as const))];
  test.each(pages.map(([page, id]) => [id, page] as const))('%s', (_id, page) => {
    const { metrics } = explain(loadPages(page, 5, 11), loadPages(page, 5, 12), {});
    const named = Object.entries(metrics).filter(([, { causes }]) => causes.length > 0);
    expect(named).toEqual([]);
  });
});

function sumOf(causes: readonly Cause[]): number {
  return causes.reduce((sum, { contribution }) => sum + contribution, 0);
}
