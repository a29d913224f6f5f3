import { expect, test } from 'vitest';
import { loadPage } from '../replay/page-snapshot.fixture.ts';
import { APP, ARTICLE, changeResource, type PageSpec } from '../replay/page-spec.fixture.ts';
import { prepareLoad } from '../replay/prepare-load.ts';
import type { Snapshot } from '../snapshot.ts';
import { agreeOnGate } from './agree-on-gate.ts';
import { createPair, type Pair } from './pair.ts';

const METRIC = 'largestContentfulPaint';
const API = '/api/products';

/** Text that is painted when its data are there, which the browser says nothing about. */
const LISTING: PageSpec = { ...APP, largest: { target: '#app>p', waitsFor: [API] } };

function pairOf(before: Snapshot, after: Snapshot): Pair {
  return createPair(prepareLoad(before), prepareLoad(after));
}

/** The load as when something nobody recorded had held its paint. */
function paintedAfter(load: Snapshot, later: number): Snapshot {
  const largestContentfulPaint = (load.metrics.largestContentfulPaint ?? 0) + later;
  return { ...load, metrics: { ...load.metrics, largestContentfulPaint } };
}

function gateOf(pair: Pair | undefined): string | undefined {
  const gate = pair?.model().milestones.find(({ name }) => name === METRIC)?.inferred?.gate;
  return gate && gate !== 'domContentLoaded' ? gate.node.latest.url : undefined;
}

const slowed = changeResource(LISTING, API, { server: 400 });
const clear = [1, 2].map((seed) => pairOf(loadPage(LISTING, seed), loadPage(slowed, seed + 10)));
const heldUp = (later: number): Pair =>
  pairOf(
    paintedAfter(loadPage(LISTING, 3), 700),
    paintedAfter(loadPage(changeResource(LISTING, API, { server: 120 }), 13), later),
  );
const unclear = heldUp(560);

test('a pair that shows no gate takes the one that others show', () => {
  expect(clear.map(gateOf)).toEqual(Array(2).fill(`https://shop.test${API}`));
  expect(gateOf(unclear)).toBeUndefined();
  expect(agreeOnGate([...clear, unclear], METRIC).map(gateOf)).toEqual(
    Array(3).fill(`https://shop.test${API}`),
  );
});

test('a pair whose loads wait alike has nothing that a gate explains', () => {
  const alike = heldUp(660);
  expect(agreeOnGate([...clear, alike], METRIC)[2]?.model()).toEqual(alike.model());
});

test('one pair convinces nobody, and what is no milestone has no gate', () => {
  expect(agreeOnGate([...clear.slice(1), unclear], METRIC).map(gateOf)[1]).toBeUndefined();
  expect(agreeOnGate([...clear, unclear], 'totalBlockingTime')[2]).toBe(unclear);
});

test('a page without the resource keeps what it shows', () => {
  const other = pairOf(loadPage(ARTICLE, 1), loadPage(ARTICLE, 2));
  expect(gateOf(agreeOnGate([...clear, other], METRIC)[2])).toBe(gateOf(other));
});
