import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { createCapture, createCapturedResource } from '../src/domain/capture.fixture.ts';
import { replaceValue } from '../src/domain/tamper.fixture.ts';
import { PROTOCOL_VERSION, type RequestName } from '../src/protocol/messages.ts';
import { openEmptyDatabase } from '../src/store/store.fixture.ts';
import type { Database } from '../src/store/transact.ts';
import { verifyStore } from '../src/store/verify-store.ts';
import { answer } from './answer.ts';
import { CONTENT_SENDER, resetBrowser } from './browser.fixture.ts';
import { REQUEST_RULES } from './request-schemas.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./browser.fixture.ts')).fakeBrowser,
}));

let db: Database;

beforeAll(async () => {
  resetBrowser();
  db = await openEmptyDatabase();
});

const verb = fc.constantFrom(...(Object.keys(REQUEST_RULES) as RequestName[]));

const envelope = fc.record({
  protocol: fc.oneof(fc.constant(PROTOCOL_VERSION), fc.anything()),
  request: fc.oneof(verb, fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')),
  argument: fc.anything({ withNullPrototype: true, withBigInt: false, maxDepth: 4 }),
});

/** What JSON can carry and no schema should: in the place of any value of a capture. */
const oddity = fc.oneof(
  fc.constantFrom(null, true, '', '0', -1, 0.5, 1e308, -1e308, [], {}, [[]], 'x'.repeat(3000)),
  fc.double({ noNaN: true }),
  fc.string({ unit: 'binary' }),
  fc.constant(JSON.parse('{"__proto__": {"polluted": true}, "length": 1e9}')),
);

/** A real capture with one value, anywhere in it, replaced. */
const tampered = fc
  .tuple(fc.uuid({ version: 4 }), fc.nat(), oddity)
  .map(([visitId, place, value]) =>
    replaceValue(createCapture({ visitId, resources: [createCapturedResource()] }), place, value),
  );

/** A refusal says why in one line; nothing is thrown, and no prototype changes. */
async function expectAnswer(message: unknown): Promise<boolean> {
  const reply = await answer(message, CONTENT_SENDER);
  if (!reply.ok) expect(reply.error).toMatch(/^[^\n]{1,300}$/);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  return reply.ok;
}

it('answers any message with one line, and believes none that is made up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(envelope, fc.anything()), async (message) => {
      expect(await expectAnswer(message)).toBe(false);
    }),
    { numRuns: 400 },
  );
  expect(await db.count('visits')).toBe(0);
});

it('takes a tampered capture or refuses it, and the store stays whole', async () => {
  let taken = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(tampered, async (argument) => {
      const isTaken = await expectAnswer({ protocol: PROTOCOL_VERSION, request: 'captureVisit', argument });
      if (isTaken) taken++;
      else refused++;
    }),
    { numRuns: 400 },
  );
  expect(refused).toBeGreaterThan(0);
  expect(taken).toBeGreaterThan(0);
  await vi.waitFor(async () => expect(await db.count('queue')).toBe(0), { timeout: 15_000 });
  expect(await verifyStore(db)).toEqual([]);
});
