import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildSnapshot } from '../build-snapshot.ts';
import { createCapture } from '../capture.fixture.ts';
import { createPageState, observe } from '../observe.ts';
import { parsePage } from '../page.ts';
import { InputError, parseReport } from '../parse-report.ts';
import { buildReport, serializeReport } from '../report.ts';
import type { PageComparison } from '../compare-reports.ts';
import { formatComparisonJunit } from './comparison-junit.ts';
import { formatComparisonMarkdown } from './comparison-markdown.ts';
import { COMPARISON } from './comparison.fixture.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { formatReportHtml } from './report-html.ts';
import { serializeVisitsCsv } from './visits-csv.ts';

const URL = 'http://localhost:8080/';

const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '"',
    ',',
    '\r\n',
    '<img src=x>',
    '__proto__',
    '\u202E',
    ']]>',
    '"onload="x',
    '--><script>x</script>',
    '</title>',
    '&lt;b&gt;',
    '| a |\n| b |',
    '`x`\n# y',
    '\\|',
    '\uD800',
  ),
);

function writeReport(name: string): string {
  const mark = { name, kind: 'mark' as const, startTime: 1, duration: 0 };
  const visits = [buildSnapshot(createCapture({ url: URL, userTimings: [mark] }))];
  const page = { ...parsePage(URL)!, visits };
  return serializeReport(buildReport({ generatorVersion: '0', rule: 'classic', budgets: [], pages: [page] }));
}

it('exports any text a page chooses so that it comes back unchanged, in the same bytes', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const name = text.slice(0, 256);
      const exported = writeReport(name);
      const imported = parseReport(exported, 'report.json');
      expect(serializeReport(imported)).toBe(exported);
    }),
    { numRuns: 300 },
  );
});

it('imports a report or says in one line what is wrong with it, wherever it was changed', () => {
  const whole = writeReport('mark');
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(40), hostile, (from, length, text) => {
      const changed = whole.slice(0, from) + text + whole.slice(from + length);
      try {
        parseReport(changed, 'report.json');
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect((error as Error).message).toMatch(/^report\.json: [^\n]+$/);
      }
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

it('writes CSV whose cells a spreadsheet reads as text, and as many as there are columns', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const snapshot = { ...buildSnapshot(createCapture({ url: URL })), url: text };
      const { judgement } = observe(createPageState(parsePage(URL)!, 'classic'), snapshot, { budgets: [] });
      const [header = [], cells = []] = parseCsv(serializeVisitsCsv([{ snapshot, judgement }]));
      expect(cells).toHaveLength(header.length);
      expect(cells[2]).not.toMatch(/^[=+\-@\t\r]/);
      expect(cells[2]?.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
    }),
    { numRuns: 500 },
  );
});

it('leaves no markup, mention or line break in Markdown', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const escaped = escapeMarkdown(text);
      expect(escaped).not.toMatch(/[\r\n]|(^|[^\\])[<|`]|@\w/);
    }),
    { numRuns: 1000 },
  );
});

/** Every text of a comparison, also those that the domain writes today: tomorrow a page may have a say in them. */
function replaceTexts<Value>(value: Value, text: string): Value {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    typeof inner === 'string' && !WORDS.has(name) ? text : replaceTexts(inner, text),
  ]);
  return (Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)) as Value;
}

/** Names whose values are words of ours, out of a list. */
const WORDS = new Set(['verdict', 'unit', 'kind', 'confidence', 'type', 'action']);

function compareWith(text: string): PageComparison {
  return replaceTexts(COMPARISON, text);
}

it('adds no line and no cell to the Markdown of a comparison', () => {
  const shape = (text: string) =>
    formatComparisonMarkdown([compareWith(text)])
      .split('\n')
      .map((line) => line.match(/(?<!\\)\|/g)?.length ?? 0);
  const plain = shape('text');
  fc.assert(
    // A summary that is empty is left out, with its line.
    fc.property(
      hostile.filter((text) => text !== ''),
      (text) => {
        expect(shape(text)).toEqual(plain);
      },
    ),
    { numRuns: 500 },
  );
});

it('adds no element and no attribute to HTML and JUnit, and writes no character they cannot hold', () => {
  const page = (text: string) => {
    const comparison = compareWith(text);
    return formatReportHtml({ page: text, visits: [], comparison, measured: text, version: text });
  };
  const junit = (text: string) => formatComparisonJunit([compareWith(text)]);
  const shape = (markup: string) =>
    (markup.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));
  for (const write of [page, junit]) {
    const plain = shape(write('text'));
    fc.assert(
      fc.property(hostile, (text) => {
        const markup = write(text);
        expect(shape(markup)).toEqual(plain);
        expect(markup).not.toMatch(/(?![\t\r\n])\p{Cc}/u);
      }),
      { numRuns: 500 },
    );
  }
});

/** RFC 4180, written from its text. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ',') {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (character === '\r' && text[at + 1] === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      rows.push([]);
      at++;
    } else cell += character;
  }
  return rows;
}
