import { type ComparisonQuestion, compareVisits } from './derive/compare-visits.ts';

addEventListener('message', ({ data }: MessageEvent<ComparisonQuestion>) => {
  postMessage(compareVisits(data));
});
