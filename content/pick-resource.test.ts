import { describe, expect, it } from 'vitest';
import { capturedResourceSchema } from '../src/domain/capture.ts';
import { resourceEntry } from './capture.fixture.ts';
import { pickResource } from './pick-resource.ts';

describe('pickResource', () => {
  it('tells moments since the visit began, in tenths of a millisecond, and leaves out what did not happen', () => {
    expect(pickResource(resourceEntry(), 0)).toEqual({
      url: 'https://shop.example/app.js',
      initiatorType: 'script',
      startTime: 100,
      fetchStart: 100,
      domainLookupStart: 100,
      domainLookupEnd: 100,
      connectStart: 100,
      connectEnd: 100,
      requestStart: 110,
      responseStart: 150,
      responseEnd: 180.3,
      transferSize: 1300,
      encodedSize: 1000,
      decodedSize: 3000,
      status: 200,
      protocol: 'h2',
      contentType: 'text/javascript',
      renderBlocking: false,
    });
    expect(pickResource(resourceEntry(), 100)).toMatchObject({ startTime: 0, requestStart: 10 });
  });

  it('keeps the zeros of a cross-origin request that hides its phases and sizes', () => {
    const hidden = { domainLookupStart: 0, domainLookupEnd: 0, connectStart: 0, connectEnd: 0 };
    const sizes = { transferSize: 0, encodedBodySize: 0, decodedBodySize: 0, responseStatus: 0 };
    const entry = resourceEntry({
      ...hidden,
      ...sizes,
      requestStart: 0,
      responseStart: 0,
      nextHopProtocol: '',
      contentType: '',
    });
    expect(pickResource(entry, 0)).toEqual({
      url: 'https://shop.example/app.js',
      initiatorType: 'script',
      startTime: 100,
      fetchStart: 100,
      responseEnd: 180.3,
      transferSize: 0,
      encodedSize: 0,
      decodedSize: 0,
      renderBlocking: false,
    });
  });

  it('says nothing of render blocking where the browser does not', () => {
    const { renderBlockingStatus: _, ...older } = resourceEntry();
    expect(pickResource(older, 0).renderBlocking).toBeUndefined();
    expect(pickResource(resourceEntry({ renderBlockingStatus: 'blocking' }), 0).renderBlocking).toBe(true);
  });

  it('ends a request whose end is unknown where it began', () => {
    expect(pickResource(resourceEntry({ responseEnd: 0 }), 0).responseEnd).toBe(100);
  });

  it('passes the worker whatever a server or page has made up', () => {
    const timing = (name: string, duration: number, description: string) => ({ name, duration, description });
    const entry = resourceEntry({
      name: `https://shop.example/${'x'.repeat(5_000)}`,
      serverTiming: [
        timing('db', 12.5, 'query'),
        timing('negative', -4, ''),
        timing('absurd', 1e300, 'd'.repeat(1_000)),
        ...Array.from({ length: 50 }, (_, index) => timing(`more ${index}`, 0, '')),
      ] as unknown as PerformanceServerTiming[],
    });
    const picked = pickResource(entry, 0);
    expect(picked.serverTiming?.slice(0, 2)).toEqual([
      { name: 'db', duration: 12.5, description: 'query' },
      { name: 'negative' },
    ]);
    expect(
      capturedResourceSchema['~standard'].validate(JSON.parse(JSON.stringify(picked))),
    ).not.toHaveProperty('issues');
  });
});
