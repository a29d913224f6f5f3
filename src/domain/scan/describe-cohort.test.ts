import { describe, expect, it } from 'vitest';
import { describeCohort } from './describe-cohort.ts';
import { createSamples, observeSamples } from './sample.fixture.ts';
import { INITIAL_SCAN } from './scan-state.ts';

describe('describeCohort', () => {
  it('has nothing to say of nothing', () => {
    expect(describeCohort(INITIAL_SCAN)).toEqual({ metrics: {}, pinned: false, history: [], canUndo: false });
  });

  it('shows baseline, recent loads and the change among them', () => {
    const before = observeSamples(createSamples(26, { build: 'a' })).state;
    const slower = createSamples(6, { build: 'b' }, 1.6);
    const { metrics, pageSpeed } = describeCohort(observeSamples(slower, before).state);
    expect(metrics.load).toMatchObject({ standing: 'regressed', changed: 6 });
    expect(metrics.load?.baseline).toEqual(before.series.load?.baseline);
    expect(metrics.load?.recent.slice(-6)).toEqual(slower.map((sample) => sample.metrics.load));
    expect(metrics.requests?.standing).toBe('ok');
    expect(metrics.requests).not.toHaveProperty('changed');
    expect(metrics.interactionToNextPaint).toBeUndefined();
    expect(pageSpeed?.standing).toBe('regressed');
  });

  it('does not promise to see anything before it has learnt', () => {
    const { metrics } = describeCohort(observeSamples(createSamples(4)).state);
    expect(metrics.load?.standing).toBe('learning');
    expect(metrics.load).not.toHaveProperty('minimumDetectable');
    expect(metrics.load).not.toHaveProperty('drift');
  });
});
