/** What was read last, kept together with what has changed since, so that only that needs to be read again. */
export interface KeptReading<Known> {
  /** The keys of what has changed; undefined when anything may have. */
  readonly noteChange: (keys: readonly string[] | undefined) => void;
  /**
   * Gives `renew` what is known and which keys have changed since, and keeps its result. Known is undefined at first, after
   * a reading that failed, and when anything may have changed.
   */
  readonly read: (
    renew: (known: Known | undefined, changed: ReadonlySet<string>) => Promise<Known>,
  ) => Promise<Known>;
}

export function createKeptReading<Known>(): KeptReading<Known> {
  let known: Known | undefined;
  let changed = new Set<string>();
  let upheavals = 0;
  return {
    noteChange(keys) {
      if (keys) for (const key of keys) changed.add(key);
      else {
        upheavals++;
        known = undefined;
      }
    },
    async read(renew) {
      const [before, wanted, upheavalsBefore] = [known, changed, upheavals];
      // Until this reading has come to its end, nothing is known for sure.
      known = undefined;
      changed = new Set();
      const read = await renew(before, wanted);
      if (upheavals === upheavalsBefore) known = read;
      return read;
    },
  };
}
