interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Does at once what was asked for while the last lot was being done, at most `most` things: under load a commit is
 * shared by many, and alone nothing waits. `work` gives the outcomes in the order of the items; when it rejects, all of
 * its items do. Where `work` has nothing left to do but to wait, it may let the next lot begin before it ends; that the
 * two do not overtake each other is its own concern.
 */
export function inLots<Item, Outcome>(
  work: (
    items: readonly Item[],
    letNextBegin: () => void,
  ) => Promise<readonly PromiseSettledResult<Outcome>[]>,
  most: number,
): (item: Item) => Promise<Outcome> {
  const waiting: Waiting<Item, Outcome>[] = [];
  let isWorking = false;
  const doLot = async (lot: readonly Waiting<Item, Outcome>[], letNextBegin: () => void): Promise<void> => {
    try {
      const outcomes = await work(
        lot.map(({ item }) => item),
        letNextBegin,
      );
      lot.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome?.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome?.reason);
      });
    } catch (error) {
      for (const { reject } of lot) reject(error);
    } finally {
      letNextBegin();
    }
  };
  const run = async (): Promise<void> => {
    isWorking = true;
    while (waiting.length > 0) {
      await new Promise<void>((resolve) => void doLot(waiting.splice(0, most), resolve));
    }
    isWorking = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isWorking) void run();
    });
}
