import type { ComparisonAnswer, ComparisonQuestion } from '../derive/compare-visits.ts';

type Answer = ComparisonAnswer['answer'];

/** Compares two sets of loads in a thread of its own. */
export type AskComparison = (question: Omit<ComparisonQuestion, 'id'>) => Promise<Answer>;

/**
 * For a page of a hundred resources the engine takes longer than a frame by far, hence a thread. It starts with the
 * first question and lives as long as the page.
 */
export function createComparisonThread(): AskComparison {
  const waiting = new Map<number, (answer: Answer) => void>();
  let worker: Worker | undefined;
  let questions = 0;
  const start = (): Worker => {
    const started = new Worker(new URL('../compare-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<ComparisonAnswer>) => {
      waiting.get(data.id)?.(data.answer);
      waiting.delete(data.id);
    });
    started.addEventListener('error', ({ message }) => {
      for (const answer of waiting.values()) answer({ failure: message });
      waiting.clear();
    });
    return started;
  };
  return (question) =>
    new Promise((resolve) => {
      worker ??= start();
      const id = ++questions;
      waiting.set(id, resolve);
      worker.postMessage({ id, ...question } satisfies ComparisonQuestion);
    });
}
