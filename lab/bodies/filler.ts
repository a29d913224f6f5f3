import { createNoise } from './noise.ts';

const WORDS = (
  'const let return function element value index length state render update props children event handler target ' +
  'promise resolve reject async await map filter reduce slice concat options config default context scope module ' +
  'exports require window document query select node parent style class attribute listener observe measure frame ' +
  'queue flush batch cache store key entry result error message status response request headers body parse format'
).split(' ');

const PUNCTUATION = ['(', ')', '{', '}', ';', '.', ', ', ' = ', ' => ', '[', ']', ' + ', ' && ', ' ? ', ': '];

/**
 * `text` made exactly `bytes` long with a comment that looks like code to a compressor: gzip brings it to about a
 * quarter, as it does with minified bundles.
 * Throws a RangeError when `text` does not fit.
 */
export function fillWithComment(text: string, bytes: number, seed: number): string {
  const size = new TextEncoder().encode(text).length;
  const room = bytes - size - '/*'.length - '*/'.length;
  if (room < 0) throw new RangeError(`a body of ${size} bytes does not fit into ${bytes}`);
  return `${text}/*${createFiller(room, seed)}*/`;
}

function createFiller(length: number, seed: number): string {
  const next = createNoise(seed);
  const parts: string[] = [];
  let size = 0;
  while (size < length) {
    const name = next() % 10 === 0 ? (next() % 46_656).toString(36) : pickUnevenly(WORDS, next);
    const part = name + pickUnevenly(PUNCTUATION, next);
    parts.push(part);
    size += part.length;
  }
  return parts.join('').slice(0, length);
}

/** The first items most often, as words are in code. */
function pickUnevenly(items: readonly string[], next: () => number): string {
  const indexes = [next() % items.length, next() % items.length, next() % items.length];
  return items[Math.min(...indexes)] ?? '';
}
