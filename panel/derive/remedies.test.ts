import { expect, it } from 'vitest';
import { createCause, createMetricDiff } from '../../src/domain/cause.fixture.ts';
import type { Cause } from '../../src/domain/cause.ts';
import { deriveRemedies, describeRemedy, tellRemedy } from './remedies.ts';

const cause = (resource: string | undefined, whatIf?: Cause['whatIf'], more: Partial<Cause> = {}): Cause =>
  createCause({ ...(resource !== undefined && { resource }), ...(whatIf && { whatIf }), ...more });

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

it('ranks what can be done by what it saves, with the rank of its cause and the interval', () => {
  const remedies = deriveRemedies(
    createMetricDiff([
      cause('/app.js', { action: 'defer', saves: 90, range: [80, 110] }),
      cause('/x.js'),
      cause(
        'https://cdn.test/tag.js',
        { action: 'remove', saves: 180 },
        { contribution: 200, resources: ['a', 'b', 'c'] },
      ),
    ]),
  );
  expect(
    remedies.map(({ rank, action, saves, between, share }) => [
      rank,
      action,
      plain(saves),
      plain(between),
      share,
    ]),
  ).toEqual([
    [3, 'Removing cdn.test/tag.js and 2 more', '180 ms', undefined, 1],
    [1, 'Deferring /app.js', '90 ms', '80 ms to 110 ms', 0.5],
  ]);
});

it.each<[Partial<Cause>, string]>([
  [{ whatIf: { action: 'defer', saves: 90 } }, 'Deferring it would save about 90 ms.'],
  [
    { resource: '/app.js', whatIf: { action: 'defer', saves: 90, range: [80, 110] } },
    'Deferring /app.js would save about 90 ms (80 ms to 110 ms).',
  ],
  [
    { resource: '/app.js', whatIf: { action: 'defer', saves: 130 } },
    'Deferring /app.js would save about 100 ms, all that was added.',
  ],
  [
    { kind: 'late-discovery', resource: '/a.jpg', whatIf: { action: 'preload', saves: 130 } },
    'Preloading /a.jpg would save about 130 ms, also of what was slow before.',
  ],
  [
    { kind: 'slow-document', resource: '/', whatIf: { action: 'faster-server', saves: 90 } },
    'Answering the document as fast as before would save about 90 ms.',
  ],
])('says of %o that %s', (overrides, line) => {
  const remedy = describeRemedy(createCause(overrides), 'ms');
  expect(plain(remedy && tellRemedy(remedy))).toBe(line);
});

it('says nothing of what saves nothing', () => {
  expect(
    deriveRemedies(createMetricDiff([cause('/app.js', { action: 'defer', saves: 0 }), cause(undefined)])),
  ).toEqual([]);
});
