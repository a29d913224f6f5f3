import { expect, it } from 'vitest';
import { createChange } from '../../src/domain/cause.fixture.ts';
import type { ResourceDiff } from '../../src/domain/cause.ts';
import { filterResources, NO_FILTER, type ResourceFilter } from './resource-filter.ts';
import { deriveResourceRows } from './resource-rows.ts';

const diff: ResourceDiff = {
  added: [createChange('http://a.test/App.js'), createChange('http://cdn.test/tag.js', { party: 'third' })],
  removed: [createChange('http://a.test/old.css', { type: 'stylesheet' })],
  resized: [],
  retimed: [],
  renamed: [createChange('http://a.test/main.2.js', { previousUrl: 'http://a.test/main.1.js' })],
};

const rows = deriveResourceRows(diff, { joined: false });

it.each<[string, Partial<ResourceFilter>, string[]]>([
  ['nothing', {}, ['/App.js', 'cdn.test/tag.js', '/old.css', '/main.2.js']],
  ['a kind of change', { change: 'removed' }, ['/old.css']],
  ['a type', { type: 'stylesheet' }, ['/old.css']],
  ['a party', { party: 'third' }, ['cdn.test/tag.js']],
  ['a text of another case', { text: ' app ' }, ['/App.js']],
  ['what a resource was called', { text: 'main.1' }, ['/main.2.js']],
  ['all of it together', { text: 'js', party: 'first', change: 'added' }, ['/App.js']],
])('filters by %s', (_what, filter, names) => {
  expect(filterResources(rows, { ...NO_FILTER, ...filter }).map(({ name }) => name)).toEqual(names);
});
