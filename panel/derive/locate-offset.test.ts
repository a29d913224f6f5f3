import { expect, it } from 'vitest';
import { locateOffset } from './locate-offset.ts';

it.each([
  ['minified', 7, { line: 0, column: 7 }],
  ['a\nbc\nd', 0, { line: 0, column: 0 }],
  ['a\nbc\nd', 3, { line: 1, column: 1 }],
  ['a\r\nb', 3, { line: 1, column: 0 }],
  ['a\nb', 99, { line: 1, column: 1 }],
  ['', 5, { line: 0, column: 0 }],
])('in %j, character %i is at %o', (text, offset, place) => {
  expect(locateOffset(text, offset)).toEqual(place);
});
