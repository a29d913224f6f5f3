import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serializeReport } from '../src/domain/report.ts';
import { createReport } from './measure/create-report.ts';
import { runPbm } from './run-pbm.ts';
import { createVisits } from '../src/domain/visit.fixture.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

const BUDGET = {
  id: 'lcp',
  name: 'LCP',
  pattern: '*',
  limits: [{ type: 'absolute', target: { kind: 'metric', metric: 'largestContentfulPaint' }, max: 2500 }],
};
const INTERACTION = {
  ...BUDGET,
  limits: [{ type: 'absolute', target: { kind: 'metric', metric: 'interactionToNextPaint' }, max: 200 }],
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pbm-cli-'));
  const steady = Array.from({ length: 8 }, (_, i) => 1000 + i);
  const slow = steady.map((paint) => paint + 2000);
  const files = {
    'before.json': serializeReport(createReport(createVisits(steady), [])),
    'after.json': serializeReport(createReport(createVisits(slow), [])),
    'grown.json': serializeReport(createReport(createVisits([...steady, ...slow]), [])),
    'other.json': serializeReport(
      createReport(
        [...createVisits([1], { url: 'http://a.test/x' }), ...createVisits([1], { url: 'http://a.test/y' })],
        [],
      ),
    ),
    'budget.json': JSON.stringify(BUDGET),
    'interaction.json': JSON.stringify([INTERACTION]),
    'lighthouse.json': '[{"timings":[{"metric":"largest-contentful-paint","budget":2500}]}]',
    'broken.json': '{"version": 1',
    'empty.json': '',
    'wrong.json': serializeReport(createReport(createVisits([1]), [])).replace(
      '"revision": 1',
      '"revision": "one"',
    ),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs with files of the folder written as "@name". */
async function pbm(line: string) {
  const printed: string[] = [];
  const noted: string[] = [];
  const args =
    line === '' ? [] : line.split(' ').map((arg) => (arg.startsWith('@') ? at(arg.slice(1)) : arg));
  const code = await runPbm(args, {
    colour: false,
    print: (text) => printed.push(text),
    note: (text) => noted.push(text),
    progress: () => undefined,
  });
  const relative = (texts: string[]): string => texts.join('\n').replaceAll(`${folder}/`, '@');
  return { code, out: relative(printed), err: relative(noted) };
}

describe('pbm', () => {
  it.each([
    ['verify', 'pbm verify: expected one profile folder, got 0. See pbm verify --help.'],
    [
      'bogus',
      'pbm: expected one of measure, compare, check, replay, convert, verify, got bogus. See pbm --help.',
    ],
    [
      'toString',
      'pbm: expected one of measure, compare, check, replay, convert, verify, got toString. See pbm --help.',
    ],
    ['measure', 'pbm measure: expected a URL, got nothing. See pbm measure --help.'],
    [
      'measure localhost:3000',
      'pbm measure: expected a URL such as http://localhost:3000/, got localhost:3000. See pbm measure --help.',
    ],
    [
      'measure file:///etc/passwd',
      'pbm measure: expected a URL such as http://localhost:3000/, got file:///etc/passwd. See pbm measure --help.',
    ],
    [
      'measure http://localhost/ --runs 0',
      'pbm measure: --runs: expected a whole number from 1 to 100, got 0. See pbm measure --help.',
    ],
    [
      'measure http://localhost/ --runs 2.5',
      'pbm measure: --runs: expected a whole number from 1 to 100, got 2.5. See pbm measure --help.',
    ],
    [
      'measure http://localhost/ --cache hot',
      'pbm measure: --cache: expected cold, warm, got hot. See pbm measure --help.',
    ],
    [
      'measure http://localhost/ --baseline @nothing.json',
      'pbm measure: @nothing.json: expected a file, got nothing there',
    ],
    ['compare @before.json', 'pbm compare: expected two reports, got 1. See pbm compare --help.'],
    [
      'compare @before.json @after.json --format xml',
      'pbm compare: --format: expected text, json, markdown, junit, got xml. See pbm compare --help.',
    ],
    [
      'compare @before.json @after.json --quick',
      "pbm compare: Unknown option '--quick'. See pbm compare --help.",
    ],
    ['compare @before.json @nothing.json', 'pbm compare: @nothing.json: expected a file, got nothing there'],
    ['compare @empty.json @after.json', 'pbm compare: @empty.json: expected JSON, got an empty file'],
    [
      'compare @before.json @wrong.json',
      'pbm compare: @wrong.json: pages[0].visits[0].revision: expected number, got "one"',
    ],
    ['check @before.json', 'pbm check: --budget: expected a file, got nothing. See pbm check --help.'],
    [
      'convert @budget.json',
      'pbm convert: --to: expected pbm, lighthouse, lhci, sitespeed, got nothing. See pbm convert --help.',
    ],
  ])('%s is refused in one line', async (line, message) => {
    expect(await pbm(line)).toEqual({ code: 2, out: '', err: message });
  });

  it('names the file and the reason when it is not JSON', async () => {
    const { code, err } = await pbm('compare @broken.json @after.json');
    expect(code).toBe(2);
    expect(err).toMatch(/^pbm compare: @broken\.json: expected JSON, got "\{\\"version\\": 1"/);
    expect(err).not.toContain('\n');
  });

  it('names both sides when no page is in common', async () => {
    const { code, err } = await pbm('compare @before.json @other.json');
    expect(code).toBe(2);
    expect(err).toBe(
      'pbm compare: @other.json: pages: expected a page in common with the baseline (http://localhost:8080/), got http://a.test/x, http://a.test/y',
    );
  });

  it('teaches: without arguments, with --help, and for each command', async () => {
    const lost = await pbm('');
    expect([lost.code, lost.out]).toEqual([2, '']);
    const help = await pbm('--help');
    expect(help.code).toBe(0);
    for (const command of ['measure', 'compare', 'check', 'replay', 'convert']) {
      expect(help.out).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
      const { code, out } = await pbm(`${command} --help`);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^Usage: pbm ${command} `));
      expect(out).toContain('Examples:');
      expect((await pbm(`help ${command}`)).out).toBe(out);
    }
    expect(await pbm('--version')).toEqual({ code: 0, out: '0.0.0-test\n', err: '' });
  });
});

describe('pbm compare', () => {
  it('is 1 when something regressed, and says what', async () => {
    const { code, out } = await pbm('compare @before.json @after.json --format json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'regressed',
      metrics: { largestContentfulPaint: { verdict: 'regressed', delta: 2000, unit: 'ms' } },
    });
  });

  it.each(['text', 'json', 'markdown', 'junit'])('is 0 when nothing did, as %s', async (format) => {
    const { code, out } = await pbm(`compare @before.json @before.json --format ${format}`);
    expect(code).toBe(0);
    expect(out).not.toContain('regressed');
  });
});

describe('pbm check', () => {
  it.each([
    ['@before.json --budget @budget.json', 0, ''],
    ['@before.json --budget @lighthouse.json', 0, ''],
    ['@after.json --budget @budget.json', 1, ''],
    [
      '@before.json --budget @interaction.json',
      2,
      '@interaction.json: lcp: INP: expected a measurement of http://localhost:8080/, got none in 8 loads',
    ],
  ])('check %s exits with %d', async (line, expected, message) => {
    const { code, err } = await pbm(`check ${line}`);
    expect({ code, err }).toEqual({ code: expected, err: message });
  });

  it.each([
    [
      'text',
      'http://localhost:8080/  reload/cold/desktop, 8 loads\nBudget     Limit    Median           Status\nLCP     2,500 ms  3,004 ms  +504 ms  broken\n',
    ],
    [
      'markdown',
      '### http://localhost:8080/\n\n| Budget | Limit | Median | Status |\n| --- | ---: | ---: | --- |\n| LCP | 2,500 ms | 3,004 ms | **broken** (+504 ms) |\n',
    ],
    [
      'junit',
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite name="http://localhost:8080/" tests="1" failures="1" skipped="0">\n    <testcase name="LCP" classname="http://localhost:8080/">\n      <failure message="3,004 ms is +504 ms over the limit of 2,500 ms">median of 8 loads (reload/cold/desktop)</failure>\n    </testcase>\n  </testsuite>\n</testsuites>\n',
    ],
  ])('prints %s', async (format, expected) => {
    expect((await pbm(`check @after.json --budget @budget.json --format ${format}`)).out).toBe(expected);
  });

  it('prints json', async () => {
    const { out } = await pbm('check @after.json --budget @budget.json --format json');
    expect(JSON.parse(out)).toMatchObject({
      status: 'broken',
      pages: [
        {
          page: 'http://localhost:8080/',
          visits: 8,
          budgets: [{ key: 'largestContentfulPaint', limit: 2500, actual: 3003.5, status: 'broken' }],
        },
      ],
    });
  });
});

describe('pbm replay', () => {
  it('prints one line a load, ends with what is open, and is 1', async () => {
    const { code, out } = await pbm('replay @grown.json');
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines).toHaveLength(17);
    expect(lines[0]).toMatch(/^http:\/\/localhost:8080\/ {2}rule \w+$/);
    expect(lines[1]).toMatch(/^ 1 {2}reload\/cold\/desktop {2}needs more loads {2}\d+ more$/);
    expect(out.match(/LCP regressed \+[12],\d{3} ms/g)).toHaveLength(1);
    expect(lines[16]).toContain('regressed');
  });

  it('is 0 when nothing is open at the end', async () => {
    expect((await pbm('replay @before.json')).code).toBe(0);
  });

  it.each(['json', 'markdown', 'junit'])('says the same as %s', async (format) => {
    const { code, out } = await pbm(`replay @grown.json --format ${format}`);
    expect(code).toBe(1);
    expect(out).toContain('regressed');
  });
});

describe('pbm convert', () => {
  it('translates there and back', async () => {
    const { code, out, err } = await pbm('convert @lighthouse.json --to pbm');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [budget] = JSON.parse(out);
    expect(budget.limits).toEqual(BUDGET.limits);
  });

  it('says what is lost', async () => {
    const { code, err } = await pbm('convert @interaction.json --to lighthouse');
    expect(code).toBe(0);
    expect(err).toMatch(/^@interaction\.json: /);
  });
});
