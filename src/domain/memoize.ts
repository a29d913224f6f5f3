/** A page has some hundred URLs, and every reload has the same. When there are more, all are forgotten. */
const MOST_REMEMBERED = 2_000;

/** Longer texts come from data URLs and from pages that mean harm: they are worked out each time. */
const LONGEST_REMEMBERED = 300;

/** The same pure function, which remembers its latest answers. */
export function memoize<Result>(work: (text: string) => Result): (text: string) => Result {
  const answers = new Map<string, Result>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = work(text);
    if (text.length > LONGEST_REMEMBERED) return answer;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
