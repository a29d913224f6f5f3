/**
 * A whole number above 0 from the command line, `fallback` when it is not given. Ends the program with one line when
 * it is something else: a bench that measures NaN rounds would print a table of nothing.
 */
export function readCount(position: number, what: string, fallback: number): number {
  const given = process.argv[1 + position];
  const count = Number(given ?? fallback);
  if (Number.isInteger(count) && count > 0) return count;
  console.error(`${what}: expected a whole number above 0, got ${given}`);
  process.exit(2);
}
