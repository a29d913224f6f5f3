import { expect, it } from 'vitest';
import { nameReport } from './report-forms.ts';

it.each([
  [undefined, 'budget-report-all-pages.json'],
  ['https://shop.test/checkout/:id', 'budget-report-shop.test-checkout-id.json'],
  ['http://localhost:8080/', 'budget-report-localhost-8080.json'],
  ['https://a.test/../..\\evil', 'budget-report-a.test-..-..-evil.json'],
])('names the report of %s', (page, name) => {
  expect(nameReport(page)).toBe(name);
});

it('stays short', () => {
  expect(nameReport(`https://a.test/${'x'.repeat(2000)}`).length).toBeLessThan(110);
});

it.each([
  ['markdown', 'budget-report-a.test.md'],
  ['html', 'budget-report-a.test.html'],
  ['junit', 'budget-report-a.test.xml'],
  ['csv', 'budget-report-a.test.csv'],
  ['har', 'budget-report-a.test.har'],
  ['otlp', 'budget-report-a.test.otlp.json'],
] as const)('a report as %s is the file %s', (form, name) => {
  expect(nameReport('https://a.test/', form)).toBe(name);
});
