import { expect, it } from 'vitest';
import { bytes, count, factorOf, ms, type Phrase, phrase, phraseOfCount, plainNumber } from './phrase.ts';
import { sayBudget, sayCause } from './say-english.ts';

it.each<[Phrase, string]>([
  ['/js/app.js', '/js/app.js'],
  ['', ''],
  [phrase('nothingToDo'), 'Nothing to do: this made the page better.'],
  [phrase('runsFor', phrase('aScript'), ms(12_345.6), ms()), 'a script runs for 12,346 ms instead of 0 ms'],
  [phrase('grew', '/$2/$1.js', bytes(999), bytes(1_300_000)), '/$2/$1.js grew from 999 B to 1.3 MB'],
  [phraseOfCount('cacheGained', 1, count(1)), '1 resource now from the cache'],
  [phraseOfCount('cacheGained', 1200, count(1200)), '1,200 resources now from the cache'],
  [
    phrase('networkSlower', factorOf(2)),
    'the network was slower: unchanged files took 2.0 times as long to download',
  ],
  [phrase('moves', phrase('moreOf', 'main', plainNumber(1200))), 'main and 1200 more moves'],
  [phrase('withReason', 'CLS', 'b', { amount: -0.0814, unit: 'score', signed: true }), 'CLS: b (−0.081).'],
])('says %j as "%s"', (said, text) => {
  expect(sayCause(said)).toBe(text);
});

it('crosses threads as plain data', () => {
  const said = phrase('grew', '/a.js', bytes(1), bytes(2));
  expect(sayCause(structuredClone(said))).toBe(sayCause(said));
});

it('has words for causes and for budgets, and does not pass over what it has none for', () => {
  expect(sayBudget(phrase('firedTimes', plainNumber(3)))).toBe('would have fired 3 times');
  expect(() => sayCause(phrase('firedNever'))).toThrow(/no English words for "firedNever"/);
});
