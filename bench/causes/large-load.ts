import { buildSnapshot } from '../../src/domain/build-snapshot.ts';
import { createCapture, createCapturedResource } from '../../src/domain/capture.fixture.ts';
import type { CapturedResource } from '../../src/domain/capture.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { Random } from '../verdicts/random.ts';

const ORIGIN = 'http://localhost:8080';
const CONNECTIONS = 6;
const FIRST_BYTE = 40;
const BYTES_PER_MS = 6_000;

/**
 * A load with so many resources, over six connections: a fifth scripts, which ask for calls and images, the rest
 * images and a few blocking style sheets. Server times vary by a tenth. With `slow`, one style sheet takes 400 ms more.
 */
export function createLargeLoad(resources: number, random: Random, slow: boolean): Snapshot {
  const free = Array.from({ length: CONNECTIONS }, () => FIRST_BYTE);
  const loaded: CapturedResource[] = [];
  for (let i = 0; i < resources; i++) {
    const parent = i % 5 > 0 && i % 5 < 3 ? loaded[i - (i % 5)] : undefined;
    const startTime = (parent?.responseEnd ?? FIRST_BYTE + 0.3 * i) + 2;
    const connection = free.indexOf(Math.min(...free));
    const requestStart = Math.max(startTime + 1, free[connection] ?? 0);
    const responseStart = requestStart + (slow && i === 3 ? 420 : 20) * (0.9 + 0.2 * random());
    const size = 2_000 + ((i * 7919) % 30_000);
    const responseEnd = responseStart + size / BYTES_PER_MS;
    free[connection] = responseEnd;
    loaded.push(
      createCapturedResource({
        ...nameOf(i),
        startTime,
        requestStart,
        responseStart,
        responseEnd,
        encodedSize: size,
        transferSize: size + 300,
        decodedSize: size * 3,
      }),
    );
  }
  return buildSnapshot(captureOf(loaded));
}

function nameOf(i: number): Pick<CapturedResource, 'url' | 'initiatorType' | 'renderBlocking'> {
  if (i === 3 || i === 8)
    return { url: `${ORIGIN}/css/${i}.css`, initiatorType: 'link', renderBlocking: true };
  if (i % 5 === 0) return { url: `${ORIGIN}/js/part${i}.js`, initiatorType: 'script' };
  if (i % 5 === 1) return { url: `${ORIGIN}/api/part/${i}`, initiatorType: 'fetch' };
  return { url: `${ORIGIN}/img/${i}.png`, initiatorType: 'img' };
}

function captureOf(resources: readonly CapturedResource[]): Parameters<typeof buildSnapshot>[0] {
  const last = Math.max(...resources.map(({ responseEnd }) => responseEnd));
  const painted = Math.max(
    ...resources.filter(({ renderBlocking }) => renderBlocking).map(({ responseEnd }) => responseEnd),
  );
  const hero = resources.find(({ url }) => url.endsWith('.png'));
  const largest = Math.max(painted, hero?.responseEnd ?? 0) + 10;
  const { navigation, vitals } = createCapture();
  return createCapture({
    resources: [...resources],
    navigation: { ...navigation, domInteractive: painted, domContentLoaded: painted + 5, load: last + 2 },
    settledAt: last + 500,
    vitals: {
      ...vitals,
      firstContentfulPaint: { value: painted + 8 },
      largestContentfulPaint: { value: largest, target: 'main>img', ...(hero && { url: hero.url }) },
    },
  });
}
