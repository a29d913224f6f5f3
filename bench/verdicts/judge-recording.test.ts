import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/domain/parse-report.ts';
import { countAcrossBlocks, countLoadsToFind, countWithinBlocks } from './judge-recording.ts';
import { createRandom } from './random.ts';
import { type Change, type RecordedBlock, readRecording } from './read-recording.ts';
import { DESIGN, simulateLoads } from './simulate-loads.ts';

const draw = simulateLoads(createRandom(3), { ...DESIGN, hiccups: 0, cv: 0.04 });

function createBlock(change: Change, count: number, added = 0, busy = 0.05): RecordedBlock {
  const loads = Array.from({ length: count }, () => {
    const { metrics } = draw();
    return { metrics: { ...metrics, timeToFirstByte: metrics.timeToFirstByte! + added }, build: 'a', busy };
  });
  return { series: 'shop', change, loads };
}

const guarded = { guarded: true };

describe('judging a recording', () => {
  const calm = createBlock('unchanged', 42);

  it('counts no false alarms on a calm machine', () => {
    expect(countWithinBlocks([calm, calm], guarded)).toEqual({ alarms: 0, atRisk: 74 });
    expect(countAcrossBlocks([calm, calm], guarded)).toEqual({ alarms: 0, atRisk: 79 });
  });

  it('counts an alarm of a machine that got slower, once, and begins anew', () => {
    const slower = createBlock('unchanged', 42, 200);
    expect(countAcrossBlocks([calm, slower], guarded).alarms).toBe(1);
    expect(countWithinBlocks([calm, slower], guarded).alarms).toBe(0);
  });

  it('leaves out what began on a busy machine, when guarded', () => {
    const busy = createBlock('unchanged', 42, 200, 0.6);
    expect(countAcrossBlocks([calm, busy], guarded)).toEqual({ alarms: 0, atRisk: 37 });
    expect(countAcrossBlocks([calm, busy], { guarded: false }).alarms).toBe(1);
  });

  it('says after how many loads a change was found against the block before', () => {
    const blocks = [calm, createBlock('server-150ms', 10, 150), createBlock('script-work-x1.2', 10)];
    const [loads] = countLoadsToFind(blocks, { change: 'server-150ms' }, guarded);
    expect(loads).toBeLessThanOrEqual(5);
    expect(countLoadsToFind(blocks, { change: 'script-work-x1.2' }, guarded)).toEqual([undefined]);
    expect(
      countLoadsToFind([createBlock('server-150ms', 10, 150)], { change: 'server-150ms' }, guarded),
    ).toEqual([]);
  });
});

describe('readRecording', () => {
  const directory = mkdtempSync(join(tmpdir(), 'recording-'));
  const write = (name: string, content: unknown): string => {
    const path = join(directory, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  it('reads blocks, taking a machine that was not watched for idle', () => {
    const loads = [{ metrics: { load: 900 }, build: 'a' }];
    const path = write('good.json', {
      recordedAt: 'now',
      blocks: [{ series: 's', change: 'unchanged', loads }],
    });
    expect(readRecording(path)).toEqual([
      { series: 's', change: 'unchanged', loads: [{ metrics: { load: 900 }, build: 'a', busy: 0 }] },
    ]);
  });

  it('has nothing when there is no file', () => {
    expect(readRecording(join(directory, 'absent.json'))).toBeUndefined();
  });

  it.each<[string, unknown, RegExp]>([
    ['empty.json', '', /expected JSON/],
    [
      'number.json',
      { blocks: [{ series: 's', change: 'unchanged', loads: [{ metrics: { load: 'x' } }] }] },
      /load/,
    ],
    ['change.json', { blocks: [{ series: 's', change: 'weather', loads: [] }] }, /change/],
  ])('says what is wrong with %s', (name, content, message) => {
    const path = write(name, content);
    expect(() => readRecording(path)).toThrow(InputError);
    expect(() => readRecording(path)).toThrow(message);
  });
});
