import { expect, it } from 'vitest';
import type { PageRow } from '../../src/store/schema.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';
import { groupPages } from './page-options.ts';

const { state } = judge([...repeat(5, withLcp(1000)), withLcp(2600)]);

const row = (origin: string, route: string, lastSequence: number): PageRow => ({
  key: origin + route,
  state: { ...state, origin, route },
  visits: 6,
  bytes: 1000,
  lastSequence,
});

it('groups pages by origin, those seen last first', () => {
  const groups = groupPages([
    row('https://a.test', '/old', 1),
    row('https://b.test', '/', 2),
    row('https://a.test', '/new', 3),
  ]);
  expect(groups.map(({ origin, pages }) => [origin, pages.map(({ route }) => route)])).toEqual([
    ['https://a.test', ['/new', '/old']],
    ['https://b.test', ['/']],
  ]);
});

it('says how a page stands', () => {
  const [group] = groupPages([row('https://a.test', '/', 1)]);
  expect(group?.pages[0]).toMatchObject({ kinds: '1 kind', state: { tone: 'bad', text: '1 breach' } });
  const young = judge(repeat(2, withLcp(1000))).state;
  const [other] = groupPages([{ ...row('https://a.test', '/', 1), state: young }]);
  expect(other?.pages[0]?.state).toEqual({ tone: 'wait', text: 'learning' });
});

it('counts what is open, a metric that is regressed and over budget once', () => {
  const [group] = groupPages([row('https://a.test', '/', 1)]);
  expect(group?.pages[0]).toMatchObject({ open: 1, name: 'a.test/', size: '1\u00a0kB' });
});
