import { describe, expect, it } from 'vitest';
import { type LongFrameEntry, pickLongFrame, type ScriptEntry } from './pick-long-frame.ts';

function scriptEntry(change: Partial<ScriptEntry> = {}): ScriptEntry {
  return {
    startTime: 110,
    executionStart: 112,
    duration: 80,
    forcedStyleAndLayoutDuration: 0,
    sourceURL: 'https://shop.example/app.js',
    sourceFunctionName: 'render',
    sourceCharPosition: 1234,
    invoker: 'BUTTON#buy.onclick',
    invokerType: 'event-listener',
    ...change,
  };
}

function frameEntry(change: Partial<LongFrameEntry> = {}): LongFrameEntry {
  return {
    startTime: 100,
    duration: 120,
    blockingDuration: 70,
    renderStart: 0,
    styleAndLayoutStart: 0,
    scripts: [scriptEntry()],
    ...change,
  };
}

describe('pickLongFrame', () => {
  it('tells what ran, and no rendering where there was none', () => {
    expect(pickLongFrame(frameEntry(), 50)).toEqual({
      startTime: 50,
      duration: 120,
      blockingDuration: 70,
      scripts: [
        {
          url: 'https://shop.example/app.js',
          functionName: 'render',
          charPosition: 1234,
          invoker: 'BUTTON#buy.onclick',
          invokerType: 'event-listener',
          startTime: 60,
          executionStart: 62,
          duration: 80,
        },
      ],
    });
  });

  it('leaves out what the browser does not know of a script', () => {
    const unknown = { sourceURL: '', sourceFunctionName: '', sourceCharPosition: -1, invoker: '' };
    const [script] = pickLongFrame(frameEntry({ scripts: [scriptEntry(unknown)] }), 0).scripts;
    expect(script).toEqual({
      invokerType: 'event-listener',
      startTime: 110,
      executionStart: 112,
      duration: 80,
    });
  });

  it('keeps position 0 and forced layout', () => {
    const entry = scriptEntry({ sourceCharPosition: 0, forcedStyleAndLayoutDuration: 15.04 });
    expect(pickLongFrame(frameEntry({ scripts: [entry] }), 0).scripts[0]).toMatchObject({
      charPosition: 0,
      forcedStyleAndLayout: 15,
    });
  });

  it('keeps the first scripts of a frame with too many', () => {
    const scripts = Array.from({ length: 30 }, (_, index) => scriptEntry({ startTime: 100 + index }));
    const picked = pickLongFrame(frameEntry({ scripts }), 0).scripts;
    expect(picked.map(({ startTime }) => startTime)).toEqual(
      Array.from({ length: 20 }, (_, index) => 100 + index),
    );
  });
});
