import type { ResourceType } from '../../../src/domain/snapshot.ts';
import type { Bytes } from '../../../src/domain/units.ts';

/** A file of a site as its sources name it. Holes in the URL are filled anew in every build or load. */
export interface ListedFile {
  /**
   * `{hex:8}` `{base64:8}` `{base32:8}`: a hash of the content · `{id}` `{uuid}` `{word}`: something of the visit ·
   * `{release}`: the number of the release.
   */
  readonly url: string;
  readonly type: ResourceType;
  readonly bytes: Bytes;
  /** Files of the page's own build change and come and go; the others only move. */
  readonly isBuilt: boolean;
}

export interface SiteList {
  readonly name: string;
  readonly files: readonly ListedFile[];
}

const ORIGIN = 'https://www.example.com';

/**
 * Files of one directory and type, one a line: "stem size", or the size alone where a name is nothing but a hash; sizes
 * in hundreds of bytes. A `*` in the pattern is the stem.
 */
export function list(pattern: string, table: string, isBuilt = true): ListedFile[] {
  const url = pattern.startsWith('http') ? pattern : ORIGIN + pattern;
  return table
    .trim()
    .split(/\s*\n\s*/)
    .map((row) => {
      const [size = '0', stem = ''] = row.split(' ').reverse();
      return { url: url.replace('*', stem), type: typeOf(url), bytes: Number(size) * 100, isBuilt };
    });
}

function typeOf(pattern: string): ResourceType {
  const ending = /\.([a-z0-9]+)$/.exec(pattern)?.[1] ?? '';
  if (ending === 'js' || ending === 'mjs') return 'script';
  if (ending === 'css') return 'stylesheet';
  if (ending === 'woff2') return 'font';
  if (['png', 'jpg', 'webp', 'svg', 'avif', 'gif'].includes(ending)) return 'image';
  return 'fetch';
}
