import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readSelector } from './read-selector.ts';

class FakeElement {
  readonly classList: string[];
  constructor(
    readonly localName: string,
    readonly parentElement: FakeElement | null,
    { id = '', classes = '' } = {},
  ) {
    this.id = id;
    this.classList = classes.split(' ').filter(Boolean);
  }
  readonly id: string;
}

const select = (node: unknown) => readSelector(node as Node | null);

beforeAll(() => {
  vi.stubGlobal('Element', FakeElement);
});

describe('readSelector', () => {
  const html = new FakeElement('html', null);
  const body = new FakeElement('body', html);
  const card = new FakeElement('div', body, { id: 'card' });

  it.each([
    { what: 'the whole path of an element', node: new FakeElement('p', body), selector: 'html>body>p' },
    { what: 'up to the nearest id', node: new FakeElement('p', card), selector: '#card>p' },
    {
      what: 'classes in one order',
      node: new FakeElement('p', card, { classes: 'z a' }),
      selector: '#card>p.a.z',
    },
    { what: 'the element around a text', node: { parentElement: card }, selector: '#card' },
    { what: 'nothing for nothing', node: null, selector: undefined },
    { what: 'nothing for a text that was removed', node: { parentElement: null }, selector: undefined },
  ])('$what', ({ node, selector }) => {
    expect(select(node)).toBe(selector);
  });

  it('drops the outer part of a long path and bounds an absurd one', () => {
    let deep = body;
    for (let depth = 0; depth < 60; depth++) deep = new FakeElement('section', deep);
    expect(select(deep)?.length).toBeLessThanOrEqual(100);
    expect(select(deep)).toMatch(/^section(>section)+$/);
    expect(select(new FakeElement('p', body, { classes: 'x'.repeat(5_000) }))).toHaveLength(256);
  });
});
