import type { Snapshot } from '../../src/domain/snapshot.ts';
import { writePage } from './site.ts';

/** A page that tries to mislead whoever measures it. */
export interface HostilePage {
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly write: (frozenMilliseconds: number) => string;
  /** What is wrong with its snapshot; nothing when the data are right, or marked as partial. */
  readonly check: (snapshot: Snapshot, frozenMilliseconds: number) => string[];
}

/** A page that is measured as any other. */
function hostile(name: string, script: string, rest: Partial<HostilePage> = {}): HostilePage {
  return {
    name,
    write: () => writePage(`<h1>Page</h1><script>${script}</script>`),
    check: checkPlain,
    ...rest,
  };
}

export const HOSTILE_PAGES: readonly HostilePage[] = [
  hostile(
    'fake events',
    `for (const type of ['pagehide', 'pageshow', 'visibilitychange', 'freeze', 'prerenderingchange', 'load']) {
      const event = new PageTransitionEvent(type, { persisted: true });
      dispatchEvent(event); document.dispatchEvent(new Event(type, { bubbles: true }));
    }
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));`,
  ),
  hostile(
    'cleared buffers',
    `performance.setResourceTimingBufferSize(0);
    const gate = new XMLHttpRequest(); gate.open('GET', '/thing?gate', false); gate.send();
    performance.clearResourceTimings();
    setInterval(() => { performance.clearResourceTimings(); performance.clearMarks(); }, 1);`,
    {
      check: (snapshot) => [
        ...checkPlain(snapshot),
        ...expectValue('requests', snapshot.metrics.requests, 2),
      ],
    },
  ),
  hostile('alert loop', `for (let n = 0; n < 5; n++) alert('again');`),
  hostile(
    'document open',
    `addEventListener('load', () => setTimeout(() => {
      document.open(); document.write('<h1>Another</h1>'); document.close();
    }));`,
  ),
  hostile('no document left', `addEventListener('load', () => document.documentElement.remove());`),
  hostile(
    'false clock',
    `Date.now = () => 0; performance.now = () => -1e9; globalThis.Date = class { static now() { return 0; } };
    Object.defineProperty(performance, 'timeOrigin', { value: -5 });`,
    {
      check: (snapshot) => [
        ...checkPlain(snapshot),
        ...expectAtLeast('startedAt', snapshot.startedAt, Date.now() - 60_000),
      ],
    },
  ),
  hostile(
    'broken builtins',
    `Array.prototype.push = JSON.stringify = Map.prototype.get = Function.prototype.call = () => { throw new Error('broken'); };
    globalThis.PerformanceObserver = undefined; Object.prototype.toJSON = () => 'broken';
    Object.prototype.visitId = 'forged';`,
  ),
  hostile('isolated', '', {
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    },
  }),
  hostile('sandboxed', `document.title = origin;`, {
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
  }),
  hostile('strict policy', '', { headers: { 'content-security-policy': "default-src 'none'" } }),
];

/** Its long task is no figure: Chromium 156 leaves out about one in ten that begin while the page is parsed. */
export const FROZEN_PAGE: HostilePage = hostile('frozen thread', '', {
  write: (milliseconds) =>
    writePage(
      `<h1>Page</h1><script>const end = performance.now() + ${milliseconds}; while (performance.now() < end);</script>`,
    ),
  check: (snapshot, milliseconds) => [
    ...checkPlain(snapshot),
    ...expectAtLeast('load', snapshot.metrics.load, milliseconds),
  ],
});

function checkPlain({ metrics, navigation, settledAt, hidden, dropped }: Snapshot): string[] {
  if (hidden || dropped.browserBuffer) return [];
  const values = Object.entries(metrics);
  return [
    ...(settledAt === undefined ? ['it has not settled'] : []),
    ...(navigation.kind === 'navigate' ? [] : [`its kind is ${navigation.kind}`]),
    ...values.filter(([, value]) => value < 0).map(([name, value]) => `${name} is ${value}`),
    ...expectAtLeast('load', metrics.load, 0),
    ...expectAtLeast('time to first byte', metrics.timeToFirstByte, 0),
  ];
}

function expectAtLeast(what: string, value: number | undefined, least: number): string[] {
  return value !== undefined && value >= least ? [] : [`${what} is ${value}, not at least ${least}`];
}

function expectValue(what: string, value: number | undefined, expected: number): string[] {
  return value === expected ? [] : [`${what} is ${value}, not ${expected}`];
}
