/** Something read from or written to another tool's format, and what could not be carried over: a sentence each. */
export interface Translation<Value> {
  readonly value: Value;
  readonly lost: readonly string[];
}

/** Collects sentences while a translation goes on. The same loss is told once. */
export function createLosses(): { add: (sentence: string) => void; list: () => string[] } {
  const sentences = new Set<string>();
  return { add: (sentence) => sentences.add(sentence), list: () => [...sentences] };
}
