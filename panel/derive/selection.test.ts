import { describe, expect, it } from 'vitest';
import { createCause } from '../../src/domain/cause.fixture.ts';
import {
  indexCauses,
  isCauseLit,
  isResourceLit,
  nameResource,
  selectCause,
  selectResource,
} from './selection.ts';

const script = (url: string, previousUrl?: string) =>
  nameResource({ url, party: 'first', type: 'script', ...(previousUrl !== undefined && { previousUrl }) });

const app = script('http://a.test/app.2.js', 'http://a.test/app.1.js');
const added = createCause({ resource: '/icons/1.svg', resources: ['/icons/1.svg', '/icons/2.svg'] });
const resized = createCause({ kind: 'resized-resource', resource: '/app.1.js' });
const parse = createCause({ kind: 'html-parse' });

describe('a cause that is chosen', () => {
  it('lights up itself and every resource it stands for, and no other cause', () => {
    const chosen = selectCause(added, '/');
    expect(isCauseLit(added, chosen, '/')).toBe(true);
    expect(isCauseLit(resized, chosen, '/')).toBe(false);
    expect(isResourceLit(script('http://a.test/icons/2.svg'), chosen)).toBe(true);
    expect(isResourceLit(app, chosen)).toBe(false);
  });

  it('lights up a resource by the name that it had', () => {
    expect(isResourceLit(app, selectCause(resized, '/'))).toBe(true);
  });

  it('lights up the document when it is about the document', () => {
    const chosen = selectCause(parse, '/shop');
    expect(isResourceLit(script('http://a.test/shop'), chosen)).toBe(true);
    expect(selectCause(parse, undefined).resources).toEqual([]);
    expect(selectCause(createCause({ kind: 'environment-cpu' }), '/shop').resources).toEqual([]);
  });
});

describe('a resource that is chosen', () => {
  it('lights up itself and the causes it has', () => {
    const chosen = selectResource(app);
    expect(isResourceLit(app, chosen)).toBe(true);
    expect(isCauseLit(resized, chosen, '/')).toBe(true);
    expect(isCauseLit(added, chosen, '/')).toBe(false);
  });
});

it('lights up nothing when nothing is chosen', () => {
  expect(isCauseLit(added, undefined, '/')).toBe(false);
  expect(isResourceLit(app, undefined)).toBe(false);
});

it('finds the causes of a row, API calls by the template of their path', () => {
  const call = createCause({ kind: 'slow-server', resource: 'https://api.test/products/42' });
  const ranksOf = indexCauses([added, resized, parse, call], '/');
  expect(ranksOf(app)).toEqual([2]);
  expect(ranksOf(script('http://a.test/'))).toEqual([3]);
  const calls = { url: 'https://api.test/products/:n', party: 'third', type: 'fetch' } as const;
  expect(ranksOf(nameResource(calls))).toEqual([4]);
  expect(ranksOf(nameResource({ ...calls, type: 'script' }))).toEqual([]);
});
