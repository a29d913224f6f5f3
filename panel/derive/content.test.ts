import { expect, it } from 'vitest';
import { type Content, type ContentInput, deriveContent } from './content.ts';

const ready: ContentInput = { database: 'open', access: 'allowed', page: 'http://a.test/', visits: 3 };

it.each<[string, Partial<ContentInput>, Content]>([
  ['a page with loads', {}, 'page'],
  ['loads of a site no longer allowed', { access: 'not-allowed' }, 'page'],
  ['loads while the site is not known yet', { access: 'unknown' }, 'page'],
  [
    'a storage that cannot be opened, whatever else',
    { database: 'failed', access: 'unsupported' },
    'storage-failed',
  ],
  ['a storage being opened', { database: 'opening' }, 'loading'],
  ['visits being read', { visits: undefined }, 'loading'],
  ['an allowed page without loads', { visits: 0 }, 'waiting'],
  ['a site not allowed', { access: 'not-allowed', visits: 0 }, 'not-allowed'],
  ['a page of the browser', { access: 'unsupported', page: undefined, visits: undefined }, 'unsupported'],
  ['a tab of its own', { access: 'none', page: undefined, visits: undefined }, 'choose-page'],
])('%s', (_name, input, content) => {
  expect(deriveContent({ ...ready, ...input })).toBe(content);
});
