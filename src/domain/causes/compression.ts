import type { Resource } from '../snapshot.ts';
import type { Ratio } from '../units.ts';

/** Text compresses to less than this; what travels above the other limit was not compressed. */
const COMPRESSED: Ratio = 0.85;
const UNCOMPRESSED: Ratio = 0.95;

/** Smaller files are often sent as they are, because it is not worth it. */
const SMALLEST = 2000;

/** Did a body travel uncompressed? Undefined where that cannot be told: hidden, small, or hardly compressible. */
export function travelledPlain({ encodedSize, decodedSize }: Resource): boolean | undefined {
  if (!encodedSize || !decodedSize || decodedSize <= SMALLEST) return undefined;
  const ratio = encodedSize / decodedSize;
  if (ratio < COMPRESSED) return false;
  return ratio > UNCOMPRESSED ? true : undefined;
}

/** Did the same content (to 5 %) travel compressed in the one load and uncompressed in the other? */
export function lostCompression(compressed: Resource | undefined, plain: Resource | undefined): boolean {
  if (!compressed || !plain) return false;
  const decoded = compressed.decodedSize ?? 0;
  const same = Math.abs(decoded - (plain.decodedSize ?? 0)) < 0.05 * decoded;
  return same && travelledPlain(compressed) === false && travelledPlain(plain) === true;
}
