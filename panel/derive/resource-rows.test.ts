import { expect, it } from 'vitest';
import { createChange, NO_CHANGES } from '../../src/domain/cause.fixture.ts';
import { countChanges, deriveResourceRows, hasSmall } from './resource-rows.ts';

const app = 'https://a.test/app.2.js';

it('makes one row of a resource that is renamed, resized and retimed', () => {
  const resized = createChange(app, { transferSize: { baseline: 96_000, current: 131_000 } });
  const rows = deriveResourceRows(
    {
      ...NO_CHANGES,
      resized: [resized],
      retimed: [
        createChange(app, { ...resized, phase: 'wait', phaseDuration: { baseline: 40, current: 480 } }),
      ],
      renamed: [createChange(app, { ...resized, previousUrl: 'https://a.test/app.1.js' })],
    },
    { joined: true },
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    changes: ['resized', 'retimed', 'renamed'],
    name: '/app.2.js',
    marks: ['was /app.1.js'],
    resource: { names: ['/app.2.js', '/app.1.js'] },
  });
  expect(rows[0]?.size.delta?.replaceAll('\u00a0', ' ')).toBe('+35 kB');
  expect(rows[0]?.phase?.replaceAll('\u00a0', ' ')).toBe('wait 40 ms → 480 ms');
});

it('keeps a removed and an added resource of one URL apart', () => {
  const rows = deriveResourceRows(
    { ...NO_CHANGES, added: [createChange(app)], removed: [createChange(app)] },
    { joined: true },
  );
  expect(rows.map(({ changes }) => changes)).toEqual([['added'], ['removed']]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
});

it('puts the largest change first and names third parties by host', () => {
  const rows = deriveResourceRows(
    {
      ...NO_CHANGES,
      added: [
        createChange('https://a.test/small.js', { transferSize: { current: 1000 } }),
        createChange('https://cdn.test/tag.js', { party: 'third', transferSize: { current: 90_000 } }),
      ],
    },
    { joined: true },
  );
  expect(rows.map(({ name }) => name)).toEqual(['cdn.test/tag.js', '/small.js']);
  expect(rows[0]?.size).toMatchObject({ worse: true });
  expect(rows[0]?.size).not.toHaveProperty('before');
});

it('does not call a hidden size a change', () => {
  const [row] = deriveResourceRows(
    { ...NO_CHANGES, retimed: [createChange(app, { duration: { baseline: 100, current: 50 } })] },
    { joined: true },
  );
  expect(row?.size).toEqual({ worse: false });
  expect(row?.duration.worse).toBe(false);
});

it('counts by kind of change', () => {
  expect(countChanges({ ...NO_CHANGES, added: [createChange(app)] })).toEqual({
    added: 1,
    removed: 0,
    resized: 0,
    retimed: 0,
    renamed: 0,
  });
});

it('joins small resources of a kind unless they are wanted one by one', () => {
  const icons = [1, 2, 3].map((n) =>
    createChange(`https://a.test/${n}.svg`, { type: 'image', transferSize: { current: 300 + n } }),
  );
  const diff = { ...NO_CHANGES, added: icons };
  const [row, ...more] = deriveResourceRows(diff, { joined: true });
  expect(row?.name.replaceAll('\u00a0', ' ')).toBe('3 small image resources');
  expect(row).toMatchObject({
    isSum: true,
    changes: ['added'],
    resource: { names: ['/1.svg', '/2.svg', '/3.svg'] },
  });
  expect(more).toEqual([]);
  expect(deriveResourceRows(diff, { joined: false })).toHaveLength(3);
  expect(hasSmall(diff)).toBe(true);
  expect(hasSmall(NO_CHANGES)).toBe(false);
});

it('counts the API calls that a row stands for', () => {
  const calls = createChange('https://a.test/api/products/:n', {
    type: 'fetch',
    requests: 12,
    transferSize: { current: 9000 },
  });
  const [row] = deriveResourceRows({ ...NO_CHANGES, added: [calls] }, { joined: true });
  expect(row?.marks.map((mark) => mark.replaceAll('\u00a0', ' '))).toEqual(['12 requests']);
});
