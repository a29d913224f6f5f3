import { describe, expect, it } from 'vitest';
import { readRecording } from './read-recording.ts';
import { judgeRecording } from './report-recording.ts';

const blocks = readRecording(new URL('../fixtures/aa-loads.json', import.meta.url).pathname);

/** The loads of a real browser, judged again by the rule as it is now. `record-aa` makes them. */
describe.skipIf(!blocks)('the kept recording', () => {
  it.each(judgeRecording(blocks ?? []))('$text ($measured)', ({ isMet }) => {
    expect(isMet).toBe('yes');
  });
});
