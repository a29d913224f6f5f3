import { describe, expect, it } from 'vitest';
import { fingerprintBuild } from './build-fingerprint.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import type { Capture, CapturedResource } from './capture.ts';

const ORIGIN = 'http://localhost:8080';

function script(path: string, overrides: Partial<CapturedResource> = {}): CapturedResource {
  return createCapturedResource({ url: ORIGIN + path, initiatorType: 'script', ...overrides });
}

function fingerprint(resources: CapturedResource[], overrides: Partial<Capture> = {}): string | undefined {
  return fingerprintBuild(buildSnapshot(createCapture({ resources, ...overrides })));
}

const app = script('/app.js', { decodedSize: 50_000 });
const build = fingerprint([app]);

describe('fingerprintBuild', () => {
  it('is sixteen hexadecimal digits', () => {
    expect(build).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each<[string, CapturedResource[], Partial<Capture>]>([
    ['the same load again', [app], {}],
    ['a time stamp of a development server', [script('/app.js?t=1700000000', { decodedSize: 50_000 })], {}],
    ['other timings', [script('/app.js', { decodedSize: 50_000, startTime: 90, responseEnd: 250 })], {}],
    ['an image more', [app, script('/logo.png', { initiatorType: 'img' })], {}],
    ['a script of a third party', [app, { ...script(''), url: 'https://ads.test/a.js' }], {}],
    ['a script that came after load', [app, script('/late.js', { startTime: 900 })], {}],
    [
      'a document with a token more',
      [app],
      { navigation: { ...createCapture().navigation, decodedSize: 20_060 } },
    ],
  ])('is the same for %s', (_name, resources, overrides) => {
    expect(fingerprint(resources, overrides)).toBe(build);
  });

  it.each<[string, CapturedResource[], Partial<Capture>]>([
    ['a script of another size', [script('/app.js', { decodedSize: 50_001 })], {}],
    ['a script more', [app, script('/chart.js')], {}],
    ['a script less', [], {}],
    ['a style more', [app, script('/print.css', { initiatorType: 'link' })], {}],
    [
      'a document a third larger',
      [app],
      { navigation: { ...createCapture().navigation, decodedSize: 27_000 } },
    ],
    ['a version named by the page', [app], { document: { ...createCapture().document, build: 'v2' } }],
  ])('differs for %s', (_name, resources, overrides) => {
    expect(fingerprint(resources, overrides)).not.toBe(build);
  });

  it('does not depend on the order of requests', () => {
    expect(fingerprint([script('/b.js'), app])).toBe(fingerprint([app, script('/b.js')]));
  });

  it('does not see a new name of the same content', () => {
    const before = fingerprint([script('/assets/app-BQ3xk_9Z.js', { decodedSize: 50_000 })]);
    const after = fingerprint([script('/assets/app-Xy7Lm2Qa.js', { decodedSize: 50_000 })]);
    expect(after).toBe(before);
  });

  it.each<[string, Partial<Capture>]>([
    ['a soft navigation', { navigation: { kind: 'soft-navigation' } }],
    ['lost entries', { dropped: { browserBuffer: 3 } }],
    [
      'a visit that never loaded',
      { navigation: { ...createCapture().navigation, load: undefined }, settledAt: undefined },
    ],
  ])('is unknown for %s', (_name, overrides) => {
    expect(fingerprint([app], overrides)).toBeUndefined();
  });
});
