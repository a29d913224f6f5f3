export interface Memory {
  /** Answers that are remembered; when there are more, all are forgotten. */
  readonly most: number;
  /** In letters: what is longer is worked out each time. */
  readonly longest: number;
}

/**
 * A page has some hundred URLs, and every reload has the same. Longer ones come from data URLs and from pages that mean
 * harm.
 */
const FOR_URLS: Memory = { most: 2_000, longest: 300 };

/** The same pure function, which remembers its latest answers. */
export function memoize<Result>(
  work: (text: string) => Result,
  { most, longest }: Memory = FOR_URLS,
): (text: string) => Result {
  const answers = new Map<string, Result>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = work(text);
    if (text.length > longest) return answer;
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
