import { expect, it } from 'vitest';
import { deriveFilmstrip } from './filmstrip.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';

const { latest } = judge([...repeat(5, withLcp(1000)), withLcp(1800)]);
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

it('shows what was seen when, the milestones, and where the baseline had them', () => {
  const film = deriveFilmstrip(latest, 0.1);
  expect(film?.scenes.map(({ scene }) => scene)).toEqual(['waiting', 'blank', 'first', 'loaded']);
  expect(film?.stops.map(({ label }) => label)).toEqual(['TTFB', 'FCP', 'Load', 'LCP']);
  const lcp = film?.stops.at(-1);
  expect(lcp).toMatchObject({ tone: 'bad', side: 'ends', baseline: 1000 / (1800 * 1.02) });
  expect(plain(lcp?.told)).toBe('LCP 1,800 ms, baseline 1,000 ms, +800 ms');
});

it('scenes fill the strip without a gap', () => {
  const scenes = deriveFilmstrip(latest, 0.1)?.scenes ?? [];
  expect(scenes[0]?.from).toBe(0);
  expect(scenes.at(-1)?.to).toBe(1);
  for (const [index, { to }] of scenes.slice(0, -1).entries()) expect(scenes[index + 1]?.from).toBe(to);
});

it('leaves out labels that have no room, those users feel least first', () => {
  const labelled = deriveFilmstrip(latest, 0.2)?.stops.filter(({ side }) => side);
  expect(labelled?.map(({ label }) => label)).toEqual(['FCP', 'LCP']);
});

it('names what is over its budget before all others', () => {
  const timeToFirstByte = {
    key: 'timeToFirstByte',
    status: 'broken',
  } as (typeof latest)['judgement']['budgets'][number];
  const over = { ...latest, judgement: { ...latest.judgement, budgets: [timeToFirstByte] } };
  const stops = deriveFilmstrip(over, 0.2)?.stops ?? [];
  expect(stops.filter(({ side }) => side).map(({ label }) => label)).toEqual(['TTFB', 'LCP']);
  expect(stops[0]).toMatchObject({ label: 'TTFB', tone: 'bad' });
});

it('is nothing for a load without a paint', () => {
  const { latest: blank } = judge([{ vitals: {} }]);
  expect(deriveFilmstrip(blank, 0.1)).toBeUndefined();
});
