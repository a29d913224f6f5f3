import { expect, test } from 'vitest';
import { loadPages } from '../replay/page-snapshot.fixture.ts';
import { changeResource, SHOP } from '../replay/page-spec.fixture.ts';
import { prepareLoad } from '../replay/prepare-load.ts';
import { listChangedScripts } from './changed-scripts.ts';

const APP = '/js/app.js';

function loads(execute: number, count: number, seed: number) {
  return loadPages(changeResource(SHOP, APP, { execute }), count, seed).map(prepareLoad);
}

function list(...[before, after, count]: [number, number, number]) {
  return [...listChangedScripts(loads(before, count, 1), loads(after, count, 2))];
}

test('a script that runs a fifth longer in every load is named, though pairs differ by as much', () => {
  expect(list(300, 360, 8)).toEqual(['https://shop.test/js/app.js']);
  expect(list(360, 300, 8)).toEqual(['https://shop.test/js/app.js']);
});

test.each([
  ['it runs as long', 300, 300, 8],
  ['it runs longer by less than what matters', 60, 64, 8],
  ['there are too few loads to tell', 300, 360, 3],
])('none where %s', (_why, before, after, count) => {
  expect(list(before, after, count)).toEqual([]);
});
