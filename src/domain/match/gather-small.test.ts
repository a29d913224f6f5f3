import { expect, it } from 'vitest';
import { createChange } from '../cause.fixture.ts';
import type { ResourceChange } from '../cause.ts';
import { gatherSmall } from './gather-small.ts';

const image = (name: string, current?: number, overrides: Partial<ResourceChange> = {}): ResourceChange =>
  createChange(`http://localhost:8080/${name}`, {
    type: 'image',
    transferSize: current === undefined ? {} : { current },
    duration: { current: 12 },
    ...overrides,
  });

const icons = ['a', 'b', 'c'].map((name, index) =>
  image(`${name}.svg`, 400 + index, { requests: index + 1 }),
);

it('joins three or more small resources of a kind into one row, behind the others', () => {
  const hero = image('hero.jpg', 90_000);
  const [first, sum, ...more] = gatherSmall([...icons, hero]);
  expect(first).toEqual({ change: hero });
  expect(sum?.members).toEqual(icons);
  expect(sum?.change).toMatchObject({
    requests: 6,
    transferSize: { current: 1_203 },
    duration: { current: 12 },
  });
  expect(more).toEqual([]);
});

it.each([
  ['of another party', image('z.svg', 400, { party: 'third' })],
  ['of another type', image('z.css', 400, { type: 'stylesheet' })],
  ['that blocks rendering', image('z.svg', 400, { renderBlocking: true })],
  ['of a hidden size', image('z.svg')],
  ['that is not small', image('z.svg', 2_048)],
])('leaves one alone %s', (_what, change) => {
  expect(gatherSmall([...icons.slice(0, 2), change])).toHaveLength(3);
});

it('joins five or more of a kind even where they are larger, and no file of a size of its own', () => {
  const pictures = [3_000, 4_000, 5_000, 6_000, 9_000].map((size, i) => image(`p${i}.png`, size));
  expect(gatherSmall(pictures.slice(1))).toHaveLength(4);
  const [large, sum, ...more] = gatherSmall([image('q.png', 10_240), ...pictures]);
  expect(large?.change.url).toContain('q.png');
  expect(sum).toMatchObject({
    members: pictures,
    change: { transferSize: { current: 27_000 }, requests: 5 },
  });
  expect(more).toEqual([]);
});

it('sums up what is gone on the side where it was', () => {
  const gone = icons.map(({ transferSize, duration, ...rest }) => ({
    ...rest,
    transferSize: { baseline: transferSize.current ?? 0 },
    duration: { baseline: duration.current ?? 0 },
  }));
  expect(gatherSmall(gone)[0]?.change.transferSize).toEqual({ baseline: 1_203 });
});
