import { describe, expect, it } from 'vitest';
import { atLeast, atMost, errorOfShare, formatGoals } from './goals.ts';

describe('goals', () => {
  it.each([
    [0.009, 0.01, 0, 'yes'],
    [0.01, 0.01, 0, 'yes'],
    [0.0105, 0.01, 0, 'NO'],
    [0.0105, 0.01, 0.0003, 'close'],
    [0.0105, 0.01, 0.0002, 'NO'],
  ])('%d at most %d with an error of %d: %s', (value, limit, error, expected) => {
    expect(atMost(value, limit, error)).toBe(expected);
    expect(atLeast(-value, -limit, error)).toBe(expected);
  });

  it('knows how sure a counted share is', () => {
    expect(errorOfShare(0.5, 100)).toBeCloseTo(0.05, 10);
    expect(errorOfShare(0, 100)).toBe(0);
  });

  it('shows them in a table', () => {
    expect(formatGoals([{ text: 'fast', measured: '90 µs', isMet: 'yes' }])).toBe(
      ['goal  measured  met', '----  --------  ---', 'fast     90 µs  yes'].join('\n'),
    );
  });
});
