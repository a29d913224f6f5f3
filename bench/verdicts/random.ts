/** Uniform numbers in [0, 1). The same seed gives the same numbers on every machine. */
export type Random = () => number;

/** sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, passes BigCrush. The first rounds mix the seed in. */
export function createRandom(seed: number): Random {
  let a = seed | 0;
  let b = (seed / 2 ** 32) | 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}

/** A standard normal number (Box–Muller; the second of the pair is not kept, so that calls stay independent). */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
