import { describe, expect, it } from 'vitest';
import { MAX_INITIATOR_SCRIPTS, MAX_RESOURCES } from './limits.ts';
import { parseNetworkLog } from './network-log.ts';

const START = Date.parse('2026-11-23T12:00:00.000Z');

function parse(entries: unknown): ReturnType<typeof parseNetworkLog> {
  return parseNetworkLog({ entries }, (text) => Date.parse(text));
}

/** An entry as Chromium writes it, with what must never be kept. */
function createEntry(overrides: Record<string, unknown> = {}, after = 0): Record<string, unknown> {
  return {
    startedDateTime: new Date(START + after).toISOString(),
    time: 12,
    request: {
      url: 'https://me:SECRET@cdn.test/a.js?token=SECRET#SECRET',
      headers: [{ name: 'cookie', value: 'SECRET' }],
      cookies: [{ name: 'session', value: 'SECRET' }],
    },
    response: { status: 200, redirectURL: '', _transferSize: 1234, content: { text: 'SECRET' } },
    _initiator: { type: 'parser', url: 'https://shop.test/?user=SECRET', lineNumber: 4 },
    _priority: 'High',
    _connectionId: '17',
    connection: '443',
    ...overrides,
  };
}

describe('parseNetworkLog', () => {
  it('keeps what a resource is completed with, and nothing that may be a secret', () => {
    const requests = parse([createEntry()]);
    expect(requests).toEqual([
      {
        url: 'https://cdn.test/a.js',
        startedAt: START,
        log: {
          initiatorType: 'parser',
          initiatorUrl: 'https://shop.test/',
          priority: 'High',
          connection: '17',
          transferSize: 1234,
        },
      },
    ]);
    expect(JSON.stringify(requests)).not.toContain('SECRET');
  });

  it('lists the scripts of a stack innermost first, through what scheduled it, each once in a row', () => {
    const frame = (url: string) => ({ functionName: 'f', url, lineNumber: 1 });
    const parent = { description: 'setTimeout', callFrames: [frame('https://a.test/boot.js?v=1')] };
    const callFrames = [
      frame('https://a.test/lib.js'),
      frame('https://a.test/lib.js'),
      frame(''),
      frame('https://a.test/app.js'),
    ];
    const [request] = parse([createEntry({ _initiator: { type: 'script', stack: { callFrames, parent } } })]);
    expect(request?.log.initiatorStack).toEqual([
      'https://a.test/lib.js',
      'https://a.test/app.js',
      'https://a.test/boot.js',
    ]);
  });

  it.each([
    [[{ name: 'Pragma', value: 'no-cache' }], true],
    [[{ name: 'cache-control', value: 'max-age=0' }], undefined],
    [[{ name: 'pragma' }, 7], undefined],
    ['none', undefined],
  ])('of the headers %j says that caches were passed by: %s', (headers, bypassesCache) => {
    const [request] = parse([createEntry({ request: { url: 'https://a.test/', headers } })]);
    expect(request?.log.bypassesCache).toBe(bypassesCache);
  });

  it('takes a chain of redirects for one request, with the bytes of all its responses', () => {
    const hop = (path: string, redirectURL: string, size: number, after: number) =>
      createEntry(
        { request: { url: `https://a.test${path}` }, response: { redirectURL, _transferSize: size } },
        after,
      );
    const requests = parse([
      hop('/b', 'https://a.test/c?x=1', 20, 5),
      hop('/a', '/b', 10, 0),
      hop('/c?x=1', '', 400, 9),
      hop('/b', '', 7, 12),
    ]);
    expect(requests.map(({ url, log }) => [url, log.transferSize])).toEqual([
      ['https://a.test/a', 430],
      ['https://a.test/b', 7],
    ]);
  });

  it.each([
    ['negative', -1],
    ['fractional', 1.5],
    ['no number', '5'],
    ['absurd', 1e15],
    ['absent', undefined],
  ])('knows no size where the log says one that is %s', (_what, size) => {
    const [request] = parse([createEntry({ response: { redirectURL: '', _transferSize: size } })]);
    expect(request?.log.transferSize).toBeUndefined();
    expect(request?.log.priority).toBe('High');
  });

  it.each([
    ['no log', undefined],
    ['no entries', {}],
    ['entries that are no list', { entries: 'x' }],
    ['entries that are nothing', { entries: [null, 5, {}, [], { request: {} }] }],
    ['a moment that is none', { entries: [createEntry({ startedDateTime: 'soon' })] }],
    ['no URL', { entries: [createEntry({ request: { url: 5 } })] }],
  ])('reads nothing from %s', (_what, har) => {
    expect(parseNetworkLog(har, (text) => Date.parse(text))).toEqual([]);
  });

  it('bounds every list and text', () => {
    const deep = (depth: number): unknown => ({
      callFrames: [{ url: `https://a.test/${depth}.js` }],
      ...(depth > 0 && { parent: deep(depth - 1) }),
    });
    const initiator = {
      type: 'x'.repeat(9999),
      url: `https://a.test/${'y'.repeat(9999)}`,
      stack: deep(500),
    };
    const [request] = parse([createEntry({ _initiator: initiator })]);
    expect(request?.log.initiatorStack).toHaveLength(MAX_INITIATOR_SCRIPTS);
    expect(request?.log.initiatorType).toHaveLength(256);
    expect(request?.log.initiatorUrl).toHaveLength(2048);
    expect(parse(Array.from({ length: MAX_RESOURCES + 5 }, (_, n) => createEntry({}, n)))).toHaveLength(
      MAX_RESOURCES,
    );
  });
});
