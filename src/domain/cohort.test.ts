import { describe, expect, it } from 'vitest';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture } from './capture.fixture.ts';
import type { Environment } from './capture.ts';
import { classifyCohort } from './cohort.ts';

function keyIn(environment: Partial<Environment>, change = {}): string {
  const usual = { viewportWidth: 1280, viewportHeight: 720 };
  const snapshot = buildSnapshot(createCapture({ environment: { ...usual, ...environment } }));
  return classifyCohort({ ...snapshot, ...change }).key;
}

describe('classifyCohort', () => {
  it.each<[Partial<Environment>, string]>([
    [{}, 'reload/cold/desktop'],
    [{ mobile: true, viewportWidth: 412 }, 'reload/cold/mobile'],
    [{ viewportWidth: 1024 }, 'reload/cold/desktop'],
    [{ viewportWidth: 1023 }, 'reload/cold/desktop/medium'],
    [{ viewportWidth: 767 }, 'reload/cold/desktop/narrow'],
    [{ mobile: true, viewportWidth: 800 }, 'reload/cold/mobile/medium'],
    [{ mobile: true, viewportWidth: 1280 }, 'reload/cold/mobile/wide'],
    [{ effectiveType: '4g', roundTripTime: 100 }, 'reload/cold/desktop'],
    [{ effectiveType: '4g', roundTripTime: 150 }, 'reload/cold/desktop/high-latency'],
    [{ effectiveType: '3g', roundTripTime: 550 }, 'reload/cold/desktop/3g'],
    [{ effectiveType: 'slow-2g', viewportWidth: 900 }, 'reload/cold/desktop/medium/slow-2g'],
    [{ effectiveType: '5g' }, 'reload/cold/desktop'],
  ])('in %j is %s', (environment, key) => {
    expect(keyIn(environment)).toBe(key);
  });

  it('keeps soft navigations that were guessed apart from those the browser reported', () => {
    const navigation = { kind: 'soft-navigation' as const };
    expect(keyIn({}, { navigation, softNavigations: true })).toBe('soft-navigation/cold/desktop');
    expect(keyIn({}, { navigation, softNavigations: false })).toBe('soft-navigation/cold/desktop/history');
  });

  it('keeps the first load after the browser was started apart', () => {
    expect(keyIn({}, { afterBrowserStart: true })).toBe('reload/cold/desktop/browser-start');
  });
});
