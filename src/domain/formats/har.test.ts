import { describe, expect, it } from 'vitest';
import { serializeHar } from './har.ts';

const SECRET = 'hunter2';

/** An entry as DevTools writes it, with a secret wherever one can be. */
const ENTRY = {
  pageref: 'page_1',
  startedDateTime: '2026-01-01T10:00:00.000Z',
  time: 999,
  request: {
    method: 'POST',
    url: `https://user:${SECRET}@shop.test/api/cart?token=${SECRET}#${SECRET}`,
    httpVersion: 'h2',
    headers: [
      { name: 'Cookie', value: SECRET },
      { name: 'Authorization', value: SECRET },
      { name: 'x-api-key', value: SECRET },
      { name: 'Accept-Encoding', value: 'br' },
    ],
    queryString: [{ name: 'token', value: SECRET }],
    cookies: [{ name: 'sid', value: SECRET }],
    headersSize: -1,
    bodySize: 12,
    postData: { mimeType: 'text/plain', text: SECRET },
  },
  response: {
    status: 200,
    statusText: 'OK',
    httpVersion: 'h2',
    headers: [
      { name: 'set-cookie', value: SECRET },
      { name: 'content-type', value: 'application/json' },
    ],
    cookies: [{ name: 'sid', value: SECRET }],
    content: { size: 20, mimeType: 'application/json', text: SECRET, encoding: 'base64' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    _transferSize: 180,
    _error: null,
  },
  cache: {},
  timings: {
    blocked: 2,
    dns: -1,
    ssl: -1,
    connect: -1,
    send: -1,
    wait: 30,
    receive: 4,
    _blocked_queueing: 1,
  },
  serverIPAddress: '127.0.0.1',
  connection: '443',
  _initiator: {
    type: 'script',
    stack: {
      callFrames: [{ functionName: 'go', url: `https://shop.test/app.js?v=${SECRET}`, lineNumber: 3 }],
    },
  },
  _priority: 'High',
  _resourceType: 'fetch',
  _connectionId: '7',
  _secretOfAnotherTool: SECRET,
};

const PAGE = {
  startedDateTime: '2026-01-01T10:00:00.000Z',
  id: 'page_1',
  title: `https://shop.test/?q=${SECRET}`,
  pageTimings: { onContentLoad: 120, onLoad: null },
};

const write = (log: unknown, keptQuery: 'none' | 'names' | 'all' = 'none') =>
  JSON.parse(serializeHar(log, { generatorVersion: '1.2.3', keptQuery })).log;

describe('serializeHar', () => {
  it('leaves nothing of cookies, authorization, bodies and what is unknown', () => {
    const log = write({ pages: [PAGE], entries: [ENTRY] });
    expect(JSON.stringify(log)).not.toContain(SECRET);
    const [entry] = log.entries;
    expect(entry.request).toMatchObject({ url: 'https://shop.test/api/cart', cookies: [], queryString: [] });
    expect(entry.request.headers).toEqual([{ name: 'Accept-Encoding', value: 'br' }]);
    expect(entry.response.headers).toEqual([{ name: 'content-type', value: 'application/json' }]);
    expect(entry.response.content).toEqual({ size: 20, mimeType: 'application/json' });
  });

  it('keeps what says where the time went, in the numbers the format allows', () => {
    const log = write({ pages: [PAGE], entries: [ENTRY] });
    expect(log).toMatchObject({
      version: '1.2',
      creator: { name: 'performance-budget-monitor', version: '1.2.3' },
    });
    expect(log.pages[0].pageTimings).toEqual({ onContentLoad: 120, onLoad: -1 });
    expect(log.entries[0]).toMatchObject({
      time: 36,
      timings: { blocked: 2, dns: -1, connect: -1, ssl: -1, send: 0, wait: 30, receive: 4 },
      _priority: 'High',
      _resourceType: 'fetch',
      _initiator: {
        type: 'script',
        stack: { callFrames: [{ url: 'https://shop.test/app.js', lineNumber: 3 }] },
      },
      response: { _transferSize: 180 },
    });
  });

  it.each([
    [null, { type: 'other' }],
    [undefined, { type: 'other' }],
    ['https://shop.test/a.js?x=1', { type: 'other', url: 'https://shop.test/a.js' }],
    [
      { type: 'parser', url: 'https://shop.test/', lineNumber: 4 },
      { type: 'parser', url: 'https://shop.test/', lineNumber: 4 },
    ],
  ])('writes the initiator %j as an object', (initiator, expected) => {
    const [{ _initiator: written }] = write({ entries: [{ ...ENTRY, _initiator: initiator }] }).entries;
    expect(written).toEqual(expected);
  });

  it('keeps of queries what the user wants kept', () => {
    expect(write({ entries: [ENTRY] }, 'names').entries[0].request.url).toBe(
      'https://shop.test/api/cart?token',
    );
  });

  it('leaves out what is no entry, and says so', () => {
    const log = write({ entries: [ENTRY, { request: 'x' }, 7] });
    expect(log.entries).toHaveLength(1);
    expect(log.comment).toBe('2 entries left out');
  });

  it.each([undefined, null, {}, { entries: 'x' }])('refuses %j, which is no log', (log) => {
    expect(() => write(log)).toThrow('DevTools gave no network log; reload the page with DevTools open.');
  });
});
