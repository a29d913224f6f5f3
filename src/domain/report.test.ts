import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
import { DEFAULT_BUDGET } from './budget.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture } from './capture.fixture.ts';
import { InputError, parseReport, parseReportInSteps } from './parse-report.ts';
import { buildReport, REPORT_SCHEMA_ID, reportSchema, serializeReport } from './report.ts';

const visits = [buildSnapshot(createCapture())];
const content = {
  generatorVersion: '1.2.3',
  rule: 'classic',
  budgets: [DEFAULT_BUDGET],
  pages: [
    { key: 'http://b.test/', origin: 'http://b.test', route: '/', visits },
    { key: 'http://a.test/', origin: 'http://a.test', route: '/', visits: [] },
  ],
};
const text = serializeReport(buildReport(content));

describe('report', () => {
  it('survives the way out and back in, to the byte', () => {
    expect(serializeReport(parseReport(text, 'report.json'))).toBe(text);
  });

  it('is the same text whatever order the data came in', () => {
    const shuffled = { ...content, pages: content.pages.toReversed() };
    expect(serializeReport(buildReport(shuffled))).toBe(text);
  });

  it('has its published schema', async () => {
    const schema = {
      $id: REPORT_SCHEMA_ID,
      title: 'Performance Budget Monitor report',
      ...toJsonSchema(reportSchema, { errorMode: 'ignore' }),
    };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../../schema/report.schema.json',
    );
  });

  it.each([
    ['', 'r.json: expected JSON, got an empty file'],
    ['[]', 'r.json: $schema: expected a value, got nothing'],
    ['"report"', 'r.json: the document: expected Object, got "report"'],
    [text.replace('"version": 1', '"version": 2'), 'r.json: pages[1].visits[0].version: expected 1, got 2'],
    [
      text.replace('"revision": 1', '"revision": "one"'),
      'r.json: pages[1].visits[0].revision: expected number, got "one"',
    ],
    [
      text.replace(REPORT_SCHEMA_ID, 'urn:other'),
      `r.json: $schema: expected "${REPORT_SCHEMA_ID}", got "urn:other"`,
    ],
  ])('refuses a broken file with one clear line (%#)', (broken, message) => {
    expect(() => parseReport(broken, 'r.json')).toThrow(new InputError(message));
  });

  it('is read a visit at a time, so that the reader can stop', () => {
    const [page] = content.pages;
    const twice = { ...content, pages: [{ ...page!, visits: [...visits, ...visits] }] };
    const steps = parseReportInSteps(serializeReport(buildReport(twice)), 'r.json');
    expect([...steps]).toEqual([
      { done: 1, all: 2 },
      { done: 2, all: 2 },
    ]);
  });

  it.each(['<html>', '{ "version": 1, '])('says how far it could read %s', (broken) => {
    const start = `r.json: expected JSON, got ${JSON.stringify(broken)}… (`;
    expect(() => parseReport(broken, 'r.json')).toThrow(start);
  });
});
