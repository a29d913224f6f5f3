import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../src/domain/capture.ts';
import { MAX_RESOURCES_PER_MESSAGE, MAX_TAIL_BYTES } from '../src/domain/limits.ts';
import { resourceEntry, visitOf } from './capture.fixture.ts';
import { createCaptureWriter, type Draft } from './capture-writer.ts';
import type { Host } from './host.ts';
import { addItem, addResource, type Visit } from './visit.ts';

const host: Host = { cost: 0, work: (task) => task(), isAlive: () => true, loaded: () => {} };

function written(draft: Draft | undefined): Draft {
  if (!draft) throw new Error('expected a draft');
  return draft;
}

function addResources(visit: Visit, count: number): void {
  for (let index = 0; index < count; index++) {
    const number = visit.resources.length;
    addResource(visit, resourceEntry({ name: `https://shop.example/${number}.js`, startTime: 10 + number }));
  }
}

const countOf = ({ resources, overflow = {} }: Capture) =>
  Object.values(overflow).reduce((sum, { count }) => sum + count, resources.length);

describe('createCaptureWriter', () => {
  it('begins with a provisional capture and goes on with updates once it is acknowledged', () => {
    const writer = createCaptureWriter(visitOf(), host);
    const first = written(writer.write());
    expect(written(writer.write()).capture).toMatchObject({ stage: 'provisional', revision: 2 });
    writer.acknowledge(first);
    expect(written(writer.write()).capture).toMatchObject({ stage: 'update', revision: 3 });
    expect(written(writer.writeTail()).capture).toMatchObject({ stage: 'final', revision: 4 });
  });

  it('has news until everything that was noted is acknowledged', () => {
    const visit = visitOf();
    const writer = createCaptureWriter(visit, host);
    expect(writer.hasNews()).toBe(true);
    const first = written(writer.write());
    addItem(visit, 'longTasks', { startTime: 1, duration: 60 });
    writer.acknowledge(first);
    expect(writer.hasNews()).toBe(true);
    writer.acknowledge(written(writer.write()));
    expect(writer.hasNews()).toBe(false);
  });

  it('sends what was not acknowledged again, with what came since, under a new revision', () => {
    const visit = visitOf();
    const writer = createCaptureWriter(visit, host);
    addResources(visit, 2);
    writer.acknowledge(written(writer.write()));
    addResources(visit, 1);
    expect(written(writer.write()).capture).toMatchObject({ revision: 2, resourceOffset: 2 });
    addResources(visit, 1);
    const { capture } = written(writer.write());
    expect(capture).toMatchObject({ revision: 3, resourceOffset: 2 });
    expect(capture.resources).toHaveLength(2);
    expect(writer.sent).toBe(4);
  });

  it('needs several messages for many requests, each with exact totals', () => {
    const visit = visitOf();
    const writer = createCaptureWriter(visit, host);
    addResources(visit, 2 * MAX_RESOURCES_PER_MESSAGE + 10);
    const offsets = [];
    for (let more = true; more; ) {
      const draft = written(writer.write());
      expect(draft.capture.resourceOffset + countOf(draft.capture)).toBe(visit.resources.length);
      offsets.push(draft.capture.resourceOffset);
      more = writer.acknowledge(draft);
    }
    expect(offsets).toEqual([0, MAX_RESOURCES_PER_MESSAGE, 2 * MAX_RESOURCES_PER_MESSAGE]);
  });

  it('fits the tail into the outbox, and loses no request from the totals by it', () => {
    const visit = visitOf();
    addResources(visit, 1_000);
    const { capture } = written(createCaptureWriter(visit, host).writeTail());
    expect(JSON.stringify(capture).length).toBeLessThan(MAX_TAIL_BYTES);
    expect(capture.resources.length).toBeGreaterThan(0);
    expect(countOf(capture)).toBe(1_000);
  });

  it('says what it has cost since the visit began, and how much was written, itself included', () => {
    const spending = { ...host, cost: 5 };
    const writer = createCaptureWriter(visitOf(), spending);
    spending.cost = 7.25;
    const first = written(writer.write()).capture;
    const sizeWith = (bytesSent: number, { cost, ...capture }: Capture): number =>
      JSON.stringify({ ...capture, cost: { ...cost, bytesSent } }).length;
    expect(first.cost).toEqual({ mainThread: 2.3, bytesSent: sizeWith(0, first) });
    const second = written(writer.write()).capture;
    expect(second.cost.bytesSent).toBe(first.cost.bytesSent + sizeWith(first.cost.bytesSent, second));
  });

  it('writes nothing when the extension has gone', () => {
    const gone: Host = { ...host, work: () => {} };
    expect(createCaptureWriter(visitOf(), gone).write()).toBeUndefined();
  });

  it('brings a worker every request once and in order, whichever messages and answers are lost', () => {
    const step = fc.record({
      added: fc.integer({ min: 0, max: 40 }),
      fate: fc.constantFrom('answered', 'answer lost', 'lost'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const visit = visitOf();
        const writer = createCaptureWriter(visit, host);
        let known: string[] = [];
        for (const { added, fate } of [...steps, { added: 0, fate: 'answered' }]) {
          addResources(visit, added);
          const draft = written(writer.write());
          if (fate === 'lost') continue;
          const { resourceOffset, resources } = draft.capture;
          expect(resourceOffset).toBeLessThanOrEqual(known.length);
          known = [...known.slice(0, resourceOffset), ...resources.map(({ url }) => url)];
          expect(known).toHaveLength(visit.resources.length);
          if (fate === 'answered') writer.acknowledge(draft);
        }
        expect(known).toEqual(visit.resources.map(({ name }) => name));
      }),
      { numRuns: 50 },
    );
  });
});
