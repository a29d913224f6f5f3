import { describe, expect, it } from 'vitest';
import { calibrateOracle } from './calibrate-oracle.ts';
import { createOracle } from './oracle.ts';
import { hazardOf, powerOf, runScenario, type Scenario } from './run-scenario.ts';
import { scanContestant } from './scan-contestant.ts';
import { DESIGN } from './simulate-loads.ts';

const unchanged: Scenario = {
  conditions: { ...DESIGN, cv: 0.12 },
  baselineLoads: 20,
  streamLoads: 12,
  isNewBuild: true,
  slower: 1,
  runs: 200,
  seed: 9,
};

describe('calibrateOracle', () => {
  it('meets the rate of false alarms asked for', () => {
    const oracle = createOracle(calibrateOracle(unchanged, 0.02));
    const outcomes = runScenario([oracle], unchanged).get(oracle.name)!;
    expect(hazardOf(outcomes, 12)).toBeLessThanOrEqual(0.02);
    expect(hazardOf(outcomes, 12)).toBeGreaterThan(0.014);
  });
});

describe('runScenario', () => {
  it('shows every contestant the same loads, run after run', () => {
    const slower = { ...unchanged, slower: 1.5, runs: 20 };
    const first = runScenario([scanContestant], slower).get('scan');
    expect(runScenario([createOracle(3), scanContestant], slower).get('scan')).toEqual(first);
  });

  it('finds with the oracle what the scan finds, and large regressions with both', () => {
    const slower = { ...unchanged, slower: 1.6, runs: 60 };
    const outcomes = runScenario([createOracle(3), scanContestant], slower);
    for (const each of outcomes.values()) expect(powerOf(each, 6)).toBeGreaterThan(0.95);
  });
});
