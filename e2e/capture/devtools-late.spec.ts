import { expect } from '@playwright/test';
import { loadAndOpenLate } from '../../bench/capture/open-late.ts';
import { test } from './bench.fixture.ts';

for (const after of [0, 400, 1_600]) {
  test(`DevTools opened ${after} ms after a load began: nothing of the load is lost`, async ({ bench }) => {
    expect(await loadAndOpenLate(bench, { after })).toMatchObject({ visits: 1, losses: [] });
  });
}
