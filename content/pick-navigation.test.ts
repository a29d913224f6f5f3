import { describe, expect, it } from 'vitest';
import { resourceEntry } from './capture.fixture.ts';
import { type NavigationEntry, pickNavigation } from './pick-navigation.ts';

function navigationEntry(change: Partial<NavigationEntry> = {}): NavigationEntry {
  return {
    ...resourceEntry({ startTime: 0, fetchStart: 2, requestStart: 5, responseStart: 40, responseEnd: 60 }),
    redirectCount: 1,
    domInteractive: 300,
    domContentLoadedEventEnd: 350,
    domComplete: 0,
    loadEventEnd: 0,
    ...change,
  };
}

describe('pickNavigation', () => {
  it('has no milestones that were not reached', () => {
    expect(pickNavigation(navigationEntry(), 'reload', 0)).toMatchObject({
      kind: 'reload',
      redirectCount: 1,
      responseEnd: 60,
      domInteractive: 300,
      domContentLoaded: 350,
      domComplete: undefined,
      load: undefined,
    });
  });

  it('counts a prerendered page from its activation: milestones before it were waited for by nobody', () => {
    const entry = navigationEntry({ domComplete: 900, loadEventEnd: 1_050 });
    expect(pickNavigation(entry, 'prerender', 1_000)).toMatchObject({
      requestStart: -995,
      responseStart: -960,
      domInteractive: 0,
      domComplete: 0,
      load: 50,
    });
  });
});
