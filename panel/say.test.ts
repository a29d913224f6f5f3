import { expect, it } from 'vitest';
import {
  bytes,
  factorOf,
  ms,
  type Phrase,
  phrase,
  phraseOfCount,
  plainNumber,
} from '../src/domain/words/phrase.ts';
import { say } from './say.ts';

it.each<[Phrase, string]>([
  ['/js/app.js', '/js/app.js'],
  [phrase('runsFor', phrase('aScript'), ms(12_345), ms(4.26)), 'a script runs for 12.3 s instead of 4.3 ms'],
  [phrase('addedResource', phrase('nounResource'), bytes(254_000)), 'added resource (254 kB)'],
  [phraseOfCount('confirmedBy', 8, plainNumber(8)), 'confirmed by 8 loads'],
  [
    phrase('networkSlower', factorOf(2)),
    'the network was slower: unchanged files took 2.0 times as long to download',
  ],
  [phrase('moves', phrase('moreOf', 'main', plainNumber(1200))), 'main and 1,200 more moves'],
  [
    phrase('seenEach', plainNumber(3), plainNumber(4), { amount: -412, unit: 'ms', signed: true }),
    'Seen in 3 of 4 pairs of loads, each time −412 ms.',
  ],
])('says %j as "%s"', (said, text) => {
  expect(say(said).replaceAll('\u00a0', ' ')).toBe(text);
});
