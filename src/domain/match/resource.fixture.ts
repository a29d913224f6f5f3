import { classifyDelivery } from '../delivery.ts';
import { classifyParty } from '../party.ts';
import { classifyResource } from '../resource-type.ts';
import type { Resource } from '../snapshot.ts';

const INITIATORS: readonly [RegExp, string][] = [
  [/\.m?js$/, 'script'],
  [/\.css$/, 'link'],
  [/\.(png|jpg|webp|avif|svg)$/, 'img'],
  [/\.woff2?$/, 'css'],
  [/\/api\//, 'fetch'],
];

/** A resource of https://shop.test as a snapshot holds it; the initiator follows from the URL. */
export function createResource(path: string, overrides: Partial<Resource> = {}): Resource {
  const url = path.startsWith('/') ? `https://shop.test${path}` : path;
  const pathname = new URL(url).pathname;
  const initiatorType = INITIATORS.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'other';
  const startTime = overrides.startTime ?? 10;
  const captured = {
    url,
    initiatorType,
    startTime,
    fetchStart: startTime,
    requestStart: startTime + 2,
    responseStart: startTime + 40,
    responseEnd: startTime + 50,
    transferSize: (overrides.encodedSize ?? 10_000) + 300,
    encodedSize: 10_000,
    decodedSize: 30_000,
    ...overrides,
  };
  return {
    ...captured,
    type: classifyResource(captured),
    party: classifyParty(url, 'https://shop.test/'),
    delivery: classifyDelivery(captured),
    ...overrides,
  };
}
