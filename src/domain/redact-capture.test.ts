import { expect, it } from 'vitest';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import { parsePage } from './page.ts';
import { redactCapture } from './redact-capture.ts';

it('leaves no query, fragment or userinfo behind, and nothing to do the second time', () => {
  const secret = 'http://user:pass@localhost:8080/a.js?token=SECRET#SECRET';
  const script = { url: secret, invoker: secret, startTime: 0, duration: 55 };
  const invokers = [
    `SCRIPT[src=${secret}].onload`,
    `IMG[src=/a.png?SECRET`,
    'data:x,SECRET',
    'DIV#hero.onclick',
  ];
  const frame = { startTime: 0, duration: 60, scripts: invokers.map((invoker) => ({ ...script, invoker })) };
  const redacted = redactCapture(
    createCapture({
      url: secret,
      resources: [createCapturedResource({ url: secret }), createCapturedResource({ url: 'data:x,SECRET' })],
      longFrames: [{ startTime: 0, duration: 60, scripts: [script] }, frame],
      vitals: {
        largestContentfulPaint: { value: 1, url: secret },
        interactionToNextPaint: { value: 8, longestScript: script },
      },
      document: { scripts: [{ url: secret, async: false, defer: true, module: false, inHead: true }] },
    }),
  );
  expect(JSON.stringify(redacted)).not.toMatch(/SECRET|pass/);
  expect(redacted.resources.map(({ url }) => url)).toEqual(['http://localhost:8080/a.js', 'data:']);
  expect(redacted.longFrames[1]?.scripts.map(({ invoker }) => invoker)).toEqual([
    'SCRIPT[src=http://localhost:8080/a.js].onload',
    'IMG[src=/a.png',
    'data:',
    'DIV#hero.onclick',
  ]);
  expect(redactCapture(redacted)).toEqual(redacted);
});

it.each([
  ['/reset/9f8e7d6c5b4a39281706f5e4d3c2b1a0', '/reset/:id'],
  ['/invite/Zk3xQ_9vPq7LmN2rT8wYbA', '/invite/Zk3xQ_:id'],
  ['/invite/Zk3xQ9vPq7LmN2rT8wYbA%3D%3D', '/invite/:id%3D%3D'],
  [`/long/${'Zk3xQ9vPq7LmN2rT'.repeat(10)}`, '/long/:id'],
  ['/cart;jsessionid=1A530637289A03B07199A44E8D531427/items', '/cart/items'],
  ['/app.js;v=1A530637289A03B07199A44E8D531427', '/app.js'],
  ['/t/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P', '/t/:id'],
  ['/users/jane.doe@example.com/orders', '/users/:id/orders'],
  ['/users/jane.doe%40example.com', '/users/:id'],
  ['/users/mailto:jane@example.com,joe@example.com', '/users/:id'],
  ['/avatars/jane@163.com/small.png', '/avatars/:id/small.png'],
  ['/cards/4111111111111111', '/cards/:n'],
  ['/cards/4111-1111-1111-1111/3-D', '/cards/:n/3-D'],
  ['/call/+4917012345678', '/call/:n'],
  ['/accounts/GB29NWBK60161331926819', '/accounts/:id'],
  ['/img/logo@2x.png', '/img/logo@2x.png'],
  ['/@scope.org/name', '/@scope.org/name'],
  ['/articles/42', '/articles/42'],
  ['/archive/2024-11-26', '/archive/2024-11-26'],
  ['/articles/top-10-performance-tips-for-2024', '/articles/top-10-performance-tips-for-2024'],
  ['/assets/9f8e7d6c5b4a39281706f5e4d3c2b1a0/app.js', '/assets/9f8e7d6c5b4a39281706f5e4d3c2b1a0/app.js'],
  ['/npm/preact@11.2.0/dist/preact.module.js', '/npm/preact@11.2.0/dist/preact.module.js'],
])('takes tokens and addresses out of the path %s', (path, expected) => {
  const url = `http://localhost:8080${path}`;
  const redacted = redactCapture(createCapture({ url }));
  expect(redacted.url).toBe(`http://localhost:8080${expected}`);
  expect(redactCapture(redacted)).toEqual(redacted);
  expect(parsePage(redacted.url)).toEqual(parsePage(url));
});
