import { expect, it } from 'vitest';
import type { BudgetTarget } from '../../src/domain/budget.ts';
import { beginSentence, describeCohort, describeTarget } from './words.ts';

it.each([
  ['reload/cold/desktop', 'Reload · cold cache'],
  ['navigate/warm/mobile', 'Navigation · warm cache · mobile'],
  ['back-forward-cache/cold/desktop', 'Back/forward cache · cold cache'],
  ['reload/cold/desktop/medium/3g', 'Reload · cold cache · medium viewport · 3G network'],
  ['navigate/cold/mobile/browser-start', 'Navigation · cold cache · mobile · first after browser start'],
  ['something-else', 'something-else'],
])('names the cohort %s', (key, text) => {
  expect(describeCohort(key)).toBe(text);
});

it.each<[BudgetTarget, string]>([
  [{ kind: 'metric', metric: 'largestContentfulPaint' }, 'LCP'],
  [{ kind: 'resources', type: 'script', measure: 'transferSize' }, 'Script size'],
  [{ kind: 'resources', type: 'total', party: 'third', measure: 'requests' }, 'Total requests, third-party'],
  [{ kind: 'resource', pattern: '/app.js', measure: 'duration' }, '/app.js duration'],
  [{ kind: 'user-timing', name: 'hydrated' }, 'Timing “hydrated”'],
  [{ kind: 'unmeasurable', name: 'speed-index' }, 'speed-index'],
])('names the target %o', (target, text) => {
  expect(describeTarget(target)).toBe(text);
});

it.each([
  ['added script /a.js.', 'Added script /a.js'],
  ['/js/app.js runs longer', '/js/app.js runs longer'],
])('begins a sentence with "%s"', (phrase, sentence) => {
  expect(beginSentence(phrase)).toBe(sentence);
});
