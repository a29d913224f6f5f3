import type { Fault } from '../../lab/fault.ts';
import type { Line } from '../../lab/site.ts';
import type { Ratio } from '../../src/domain/units.ts';
import { createRandom, type Random } from '../verdicts/random.ts';

/** A fault under one set of circumstances. */
export interface Variant {
  readonly fault: string;
  /** Of the change as the lab describes it. */
  readonly strength: Ratio;
  readonly line: Line;
  /** The browser's processor is slowed down so many times, with and without the fault. */
  readonly slowdown: number;
  /** HTTP/2 over TLS rather than HTTP/1.1. */
  readonly secure: boolean;
}

/** From a good line in a city to a poor one in a train: Mbit/s and ms of latency. */
const LINES = [
  { megabits: 50, latency: 5 },
  { megabits: 20, latency: 20 },
  { megabits: 10, latency: 40 },
  { megabits: 8, latency: 60 },
  { megabits: 3, latency: 100 },
  { megabits: 1.6, latency: 150 },
] as const;

const BYTES_PER_MS_OF_MEGABIT = 125;

/** Weak enough to be hard, and somewhat stronger than described. */
const STRENGTHS = { least: 0.35, most: 1.15 } as const;

const MOST_SLOWDOWN = 2;

const SECURE_SHARE = 0.4;

/** What changes nothing is recorded more often: false alarms are rare. */
const UNCHANGED_EACH = 4;

/**
 * `each` variants of every fault, all different, round by round and shuffled within a round: whatever has been recorded
 * when time is up is a fair sample. The variants of a fault depend on the seed and its id alone: recording some faults
 * only gives the same ones.
 */
export function planVariants(faults: readonly Fault[], seed: number, each: number): Variant[] {
  return Array.from({ length: each }, (_, round) =>
    faults
      .flatMap(({ id, truth }) => {
        if (truth.causes.length > 0) return [{ id, name: `${id} ${round}` }];
        return Array.from({ length: UNCHANGED_EACH }, (_, i) => ({ id, name: `${id} ${round} ${i}` }));
      })
      .map(({ id, name }) => ({ variant: drawVariant(id, createRandom(seed + hash(name))), name }))
      .sort((a, b) => hash(`${seed} ${a.name}`) - hash(`${seed} ${b.name}`))
      .map(({ variant }) => variant),
  ).flat();
}

function drawVariant(fault: string, random: Random): Variant {
  const { least, most } = STRENGTHS;
  const profile = LINES[Math.floor(random() * LINES.length)] ?? LINES[0];
  return {
    fault,
    strength: round(least + random() * (most - least)),
    line: { bytesPerMs: profile.megabits * BYTES_PER_MS_OF_MEGABIT, latency: profile.latency },
    slowdown: round(1 + random() * (MOST_SLOWDOWN - 1)),
    secure: random() < SECURE_SHARE,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
