import { get, request as startRequest } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Lab, startLab } from './server.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ line: 'unlimited' });
});
afterAll(() => lab.stop());
beforeEach(() => lab.setFault(undefined));

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
  /** Milliseconds to the first byte. */
  readonly waited: number;
}

function load(
  url: string,
  options: { headers?: Record<string, string>; form?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const request = startRequest(url, {
      method: options.form === undefined ? 'GET' : 'POST',
      headers: options.headers ?? {},
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const waited = performance.now() - start;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          waited,
        }),
      );
    });
    request.end(options.form);
  });
}

describe('the lab', () => {
  it.each(['/', '/article', '/spa', '/modules'])('serves %s with every asset it names', async (path) => {
    const page = await load(lab.origin + path);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const assets = [...page.body.toString().matchAll(/(?:src|href)="(\/[a-z]+\/[^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(assets.length).toBeGreaterThan(2);
    const statuses = await Promise.all(assets.map(async (asset) => (await load(lab.origin + asset)).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('sends text compressed to those who can read it, and of the exact size', async () => {
    const plain = await load(`${lab.origin}/js/app.js`);
    const gzipped = await load(`${lab.origin}/js/app.js`, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(plain.body.length).toBe(60_000);
    expect(gzipped.headers['content-encoding']).toBe('gzip');
    expect(gzipped.body.length).toBeLessThan(25_000);
    expect(gunzipSync(gzipped.body)).toEqual(plain.body);
  });

  it('waits as long as the route says', async () => {
    const before = await load(`${lab.origin}/css/main.css`);
    lab.setFault('slow-css');
    const after = await load(`${lab.origin}/css/main.css`);
    // Timers may fire a millisecond early.
    expect(before.waited).toBeGreaterThanOrEqual(19);
    expect(after.waited).toBeGreaterThanOrEqual(419);
  });

  it('lets nothing be cached, unless the fault is about caches', async () => {
    const caching = async (path: string) => (await load(lab.origin + path)).headers['cache-control'];
    expect(await caching('/js/app.js')).toBe('no-store');
    lab.setFault('cache-off', { baseOnly: true });
    expect(await caching('/js/app.js')).toBe('public, max-age=31536000, immutable');
    expect(await caching('/')).toBe('no-cache');
  });

  it('redirects a visitor and their reload, but not in a circle', async () => {
    lab.setFault('redirect');
    const first = await load(`${lab.origin}/`);
    expect([first.status, first.headers.location]).toEqual([302, '/']);
    const second = await load(`${lab.origin}/`, { headers: { cookie: 'redirected=1' } });
    expect(second.status).toBe(200);
    expect(String(second.headers['set-cookie'])).toContain('Max-Age=0');
  });

  it('serves the third party from another origin, and only while there is one', async () => {
    expect((await load(`${lab.thirdPartyOrigin}/tag.js`)).status).toBe(404);
    lab.setFault('third-party');
    const tag = await load(`${lab.thirdPartyOrigin}/tag.js`);
    expect([tag.status, tag.body.length, tag.headers['timing-allow-origin']]).toEqual([200, 400_000, '*']);
    expect((await load(`${lab.origin}/`)).body.toString()).toContain(
      `src="${lab.thirdPartyOrigin}/tag.js" async`,
    );
  });

  it('says which path it does not have', async () => {
    const answer = await load(`${lab.origin}/nothing`);
    expect([answer.status, answer.body.toString()]).toEqual([404, 'The lab has no /nothing\n']);
  });
});

describe('the control page', () => {
  it('switches by query, by form, and off again', async () => {
    await load(`${lab.origin}/lab?fault=slow-api&strength=2`);
    expect(lab.readFault()).toEqual({ id: 'slow-api', strength: 2, baseOnly: false });
    const posted = await load(`${lab.origin}/lab`, { form: 'fault=rb-script' });
    expect(posted.body.toString()).toContain('Switched on: <strong>rb-script</strong>');
    expect((await load(`${lab.origin}/`)).body.toString()).toContain('/js/consent.js');
    await load(`${lab.origin}/lab`, { form: 'fault=' });
    expect(lab.readFault()).toBeUndefined();
    expect((await load(`${lab.origin}/`)).body.toString()).not.toContain('/js/consent.js');
  });

  it.each([
    ['fault=nope', /expected one of rb-script, .*, got nope/],
    ['fault=rb-script&strength=-1', /strength: expected a number above 0, up to 10, got -1/],
    ['fault=rb-script&strength=x', /got NaN/],
  ])('refuses %s and changes nothing', async (form, message) => {
    lab.setFault('aa');
    const answer = await load(`${lab.origin}/lab`, { form });
    expect(answer.status).toBe(400);
    expect(answer.body.toString()).toMatch(message);
    expect(lab.readFault()?.id).toBe('aa');
  });
});

describe('the line', () => {
  it('is as wide as it says, and shared by all who load at once', async () => {
    const slow = await startLab({ line: { bytesPerMs: 200, latency: 30 } });
    try {
      const start = performance.now();
      const images = [1, 2].map((n) => load(`${slow.origin}/img/product-${n}.png`));
      const [first, second] = await Promise.all(images);
      // Two images of 24 kB at 200 bytes a millisecond take 240 ms together, after 20 ms of the server and 30 of the line.
      expect(performance.now() - start).toBeGreaterThanOrEqual(280);
      expect(first?.waited).toBeGreaterThanOrEqual(49);
      expect([first?.body.length, second?.body.length]).toEqual([24_000, 24_000]);
    } finally {
      await slow.stop();
    }
  });

  it('lets go of its visitors when the lab stops', async () => {
    const slow = await startLab({ line: { bytesPerMs: 0.01, latency: 0 } });
    const ended = new Promise<string>((resolve) => {
      get(`${slow.origin}/img/hero.png`, (response) => {
        void slow.stop();
        response.on('error', (error) => resolve(error.message)).resume();
      });
    });
    expect(await ended).toBe('aborted');
  });
});
