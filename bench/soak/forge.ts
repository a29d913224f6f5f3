import { createCapture } from '../../src/domain/capture.fixture.ts';
import type { Capture } from '../../src/domain/capture.ts';
import { wrapCapture } from './deliver.ts';

/** A message that the worker must refuse, as text because some cannot be written as a value. */
export interface Forgery {
  readonly what: string;
  readonly message: string;
}

const SIZE_PER_MESSAGE = 1024 * 1024;

/** The browser itself takes no more. */
const DEEPEST = 90;

/** Everything a page that has taken over its content script could try to send from `url`. */
export function listForgeries(url: string): Forgery[] {
  const capture = createCapture({ url, visitId: crypto.randomUUID() });
  const envelope = wrapCapture(capture);
  const forged = (what: string, change: object): Forgery => ({
    what,
    message: JSON.stringify({ ...envelope, argument: { ...capture, ...change } }),
  });
  const navigation = (change: Partial<Capture['navigation']>) => ({
    navigation: { ...capture.navigation, ...change },
  });
  return [
    { what: 'nothing', message: 'null' },
    { what: 'a text', message: '"captureVisit"' },
    { what: 'a list', message: '[]' },
    forged('deep nesting', { resources: nest(DEEPEST) }),
    { what: 'another version', message: JSON.stringify({ ...envelope, protocol: 2 }) },
    { what: 'an unknown verb', message: JSON.stringify({ ...envelope, request: 'eval' }) },
    { what: 'a verb of the prototype', message: JSON.stringify({ ...envelope, request: 'constructor' }) },
    { what: 'a verb of the panel', message: JSON.stringify({ protocol: 1, request: 'deleteEverything' }) },
    { what: 'reading', message: JSON.stringify({ protocol: 1, request: 'readHeldVisits' }) },
    forged('the page of another origin', { url: 'http://127.0.0.1/' }),
    forged('a page that is none', { url: 'file:///etc/passwd' }),
    forged('an id that is none', { visitId: '../../etc' }),
    forged('a revision of 0', { revision: 0 }),
    forged('a revision without end', { revision: 1e308 }),
    forged('a negative load', navigation({ load: -1e308 })),
    forged('an endless load', navigation({ load: 1e308 })),
    forged('a text for a number', { settledAt: '1301' }),
    forged('NaN, which becomes null', { settledAt: null }),
    forged('a negative size', navigation({ transferSize: -1 })),
    forged('a broken size', navigation({ transferSize: 0.5 })),
    forged('a long text', { vitals: { largestContentfulPaint: { value: 1, target: 'x'.repeat(257) } } }),
    forged('a long URL', { url: `${url}${'x'.repeat(2_048)}` }),
    forged('too many items', {
      longTasks: Array.from({ length: 201 }, () => ({ startTime: 1, duration: 1 })),
    }),
    forged('too many bytes', { junk: 'x'.repeat(SIZE_PER_MESSAGE) }),
    forged('an object for a list', { resources: { length: 1e9 } }),
  ];
}

function nest(depth: number): unknown[] {
  return depth === 0 ? [] : [nest(depth - 1)];
}
