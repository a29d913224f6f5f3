import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPage, readPages, readVisits } from './read.ts';
import { importVisits } from './import-visits.ts';
import { readRouteTemplates, saveRouteTemplates } from './route-templates.ts';
import { deliver, deliverAndJudge, judgeAll, openEmptyDatabase } from './store.fixture.ts';
import type { Database } from './transact.ts';
import { verifyStore } from './verify-store.ts';

const ORIGIN = 'http://localhost:8080';

let db: Database;

beforeEach(async () => {
  db = await openEmptyDatabase();
});

describe('route templates', () => {
  it('make one page of the addresses they match, from the next load on', async () => {
    await deliverAndJudge(db, { n: 1, url: `${ORIGIN}/products/red` });
    await saveRouteTemplates(db, ['/products/:slug']);
    await deliverAndJudge(db, { n: 2, url: `${ORIGIN}/products/red` });
    await deliverAndJudge(db, { n: 3, url: `${ORIGIN}/products/blue` });
    expect(await readVisits(db, `${ORIGIN}/products/red`)).toHaveLength(1);
    expect(await readVisits(db, `${ORIGIN}/products/:slug`)).toHaveLength(2);
    const page = await readPage(db, `${ORIGIN}/products/:slug`);
    expect(page?.state).toMatchObject({ origin: ORIGIN, route: '/products/:slug' });
    expect(await verifyStore(db)).toEqual([]);
  });

  it('leave a visit that is being measured, or waits, with the page it was begun for', async () => {
    await deliverAndJudge(db, { n: 1, url: `${ORIGIN}/products/red` });
    await deliver(db, { n: 2, url: `${ORIGIN}/products/blue` });
    await saveRouteTemplates(db, ['/products/:slug']);
    const update = { n: 1, url: `${ORIGIN}/products/red`, revision: 2, resourceOffset: 2, resources: [] };
    expect(await deliver(db, update)).toBe('stored');
    expect(await deliver(db, { n: 2, url: `${ORIGIN}/products/blue`, revision: 2 })).toBe('stored');
    await judgeAll(db);
    const pages = await readPages(db);
    expect(pages.map(({ key }) => key).sort()).toEqual([`${ORIGIN}/products/blue`, `${ORIGIN}/products/red`]);
    expect(await verifyStore(db)).toEqual([]);
  });

  it('hold for imported visits too', async () => {
    await deliverAndJudge(db, { n: 1, url: `${ORIGIN}/products/red` });
    const [visit] = await readVisits(db, `${ORIGIN}/products/red`);
    db = await openEmptyDatabase();
    await saveRouteTemplates(db, ['/products/:slug']);
    const { pages } = await importVisits(db, [visit!.snapshot]);
    expect(pages).toEqual([`${ORIGIN}/products/:slug`]);
  });

  it('are none until there are some', async () => {
    expect(await readRouteTemplates(db)).toEqual([]);
  });
});
