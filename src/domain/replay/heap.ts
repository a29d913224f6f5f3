/** A queue of moments: pops the code pushed with the earliest time. Bounded by the capacity it was created with. */
export interface Heap {
  readonly size: () => number;
  /** Time of the earliest entry; Infinity when empty. */
  readonly earliest: () => number;
  readonly push: (time: number, code: number) => void;
  /** Code of the earliest entry, removed; −1 when empty. */
  readonly pop: () => number;
  readonly clear: () => void;
}

/**
 * A binary heap in typed arrays, because a replay pushes and pops some thousand times.
 *
 * Musts: times[i] ≤ times[2i + 1] and times[2i + 2] for every i below size; codes move with their times; equal times
 * leave in no particular order.
 */
export function createHeap(capacity: number): Heap {
  const times = new Float64Array(capacity);
  const codes = new Int32Array(capacity);
  let size = 0;
  return {
    size: () => size,
    earliest: () => (size === 0 ? Infinity : (times[0] as number)),
    clear: () => {
      size = 0;
    },
    push(time, code) {
      let i = size++;
      while (i > 0) {
        const parent = (i - 1) >> 1;
        if ((times[parent] as number) <= time) break;
        times[i] = times[parent] as number;
        codes[i] = codes[parent] as number;
        i = parent;
      }
      times[i] = time;
      codes[i] = code;
    },
    pop() {
      if (size === 0) return -1;
      const top = codes[0] as number;
      size--;
      const time = times[size] as number;
      const code = codes[size] as number;
      const i = siftDown(time);
      times[i] = time;
      codes[i] = code;
      return top;
    },
  };

  /** Moves smaller entries up from the root until `time` fits; returns its place. */
  function siftDown(time: number): number {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) return i;
      if (child + 1 < size && (times[child + 1] as number) < (times[child] as number)) child++;
      if ((times[child] as number) >= time) return i;
      times[i] = times[child] as number;
      codes[i] = codes[child] as number;
      i = child;
    }
  }
}
