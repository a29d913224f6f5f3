import type { Pace } from './row.ts';

/** Between two lines of progress, where lines cannot take each other's place. */
const INTERVAL = 10_000;

/** Goes on until `deadline` on the clock of `performance`, and shows how far it is; `stop` gives how far it came. */
export function createPace(deadline: number): Pace & { readonly stop: () => string } {
  const { stdout } = process;
  let shownAt = performance.now();
  let latest = '';
  return {
    goesOn: () => performance.now() < deadline,
    tell(progress) {
      latest = progress;
      if (stdout.isTTY) stdout.write(`\r\u001B[K    ${progress}`);
      else if (performance.now() - shownAt > INTERVAL) {
        shownAt = performance.now();
        console.log(`    ${progress}`);
      }
    },
    stop() {
      if (stdout.isTTY) stdout.write('\r\u001B[K');
      return latest;
    },
  };
}
