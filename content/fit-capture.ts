import type { Capture } from '../src/domain/capture.ts';
import type { Bytes } from '../src/domain/units.ts';

/**
 * Builds a capture whose JSON has at most `mostBytes`, halving how many items of each list go in until it fits. There
 * may be thousands of requests and at most some hundred of anything else, so requests go first, and of them exact
 * totals remain. What is not a list is kept whatever the bound. Text that is ASCII, as nearly all is, has as many
 * bytes as letters: only the rest is encoded to be counted, as that takes as long as to write it.
 */
export function fitCapture(
  build: (most: number) => Capture,
  most: number,
  mostBytes: Bytes,
): { readonly capture: Capture; readonly bytes: Bytes } {
  const capture = build(most);
  const json = JSON.stringify(capture);
  const { length: bytes } = /[^ -~]/.test(json) ? new TextEncoder().encode(json) : json;
  return bytes <= mostBytes || most === 0 ? { capture, bytes } : fitCapture(build, most >> 1, mostBytes);
}
