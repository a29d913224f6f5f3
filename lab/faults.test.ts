import { describe, expect, it } from 'vitest';
import { CAUSE_KINDS } from '../src/domain/cause.ts';
import { METRIC_NAMES } from '../src/domain/metric.ts';
import { LAB_PAGES } from './fault.ts';
import { applyFault, FAULTS, findFault } from './faults.ts';
import { type PreparedSite, prepareSite } from './prepared-site.ts';
import { BASE_SITE } from './site.ts';

const THIRD_PARTY = 'http://127.0.0.1:1';
const base = prepareSite(BASE_SITE, THIRD_PARTY);

/** Nothing has changed, or nothing that the extension would compare. */
const WITHOUT_CAUSE = new Set(['aa', 'back-forward-lost']);

/** Changed by whoever drives the browser, or not at all. */
const NOT_THE_SERVERS = ['env-cpu', 'aa'];

describe('the registry of faults', () => {
  it('has every fault once', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(31);
    expect(new Set(FAULTS.map(({ id }) => id)).size).toBe(FAULTS.length);
  });

  it.each(FAULTS)('$id knows its truth', ({ id, title, page, truth }) => {
    expect(title).not.toBe('');
    expect(LAB_PAGES).toContain(page);
    expect(truth.metrics.every((name) => METRIC_NAMES.includes(name))).toBe(true);
    const expected = WITHOUT_CAUSE.has(id) ? 0 : id.startsWith('double-') ? 2 : 1;
    expect(truth.causes).toHaveLength(expected);
    for (const { kinds } of truth.causes) {
      expect(kinds.length).toBeGreaterThan(0);
      expect(kinds.every((kind) => CAUSE_KINDS.includes(kind))).toBe(true);
    }
    expect(truth.metrics.length > 0).toBe(truth.causes.length > 0);
  });

  it.each(FAULTS.filter(({ id }) => !NOT_THE_SERVERS.includes(id)))('$id changes what is served', (fault) => {
    const before = prepareSite(applyFault(fault, { baseOnly: true }), THIRD_PARTY, [base]);
    const after = prepareSite(applyFault(fault), THIRD_PARTY, [base]);
    expect(describeSite(after)).not.toEqual(describeSite(before));
  });

  it.each(NOT_THE_SERVERS)('%s changes nothing that is served', (id) => {
    const fault = findFault(id);
    expect(describeSite(prepareSite(applyFault(fault), THIRD_PARTY, [base]))).toEqual(describeSite(base));
  });

  it.each(FAULTS)('$id blames resources that the faulty site serves', (fault) => {
    const after = prepareSite(applyFault(fault), THIRD_PARTY, [base]);
    const urls = [...after.own.keys(), ...[...after.thirdParty.keys()].map((path) => THIRD_PARTY + path)];
    for (const { where } of fault.truth.causes) {
      if (where instanceof RegExp) expect(urls.some((url) => where.test(url))).toBe(true);
    }
  });

  it.each([
    [0.5, 130_000],
    [1, 260_000],
    [2, 520_000],
  ])('scales the change with a strength of %d', (strength, bytes) => {
    const site = applyFault(findFault('rb-script'), { strength });
    expect(site.assets['/js/consent.js']).toMatchObject({ bytes });
  });

  it('lists the known ids when asked for another', () => {
    expect(() => findFault('nope')).toThrow(/expected one of rb-script, .*, got nope/);
  });
});

/** Everything a visitor could notice, without the bodies themselves. */
function describeSite({ site, own, thirdParty }: PreparedSite): unknown {
  const list = (map: PreparedSite['own']) =>
    [...map].map(([path, { bytes, delay, key }]) => [
      path,
      bytes.toString('base64', 0, 30_000),
      bytes.length,
      delay,
      key,
    ]);
  const { line, compression, cache, redirectDelay } = site;
  return [line, compression, cache, redirectDelay, list(own), list(thirdParty)];
}
