import { waitFor } from '../../../cli/wait-for.ts';
import { compareReports } from '../../../src/domain/compare-reports.ts';
import { formatComparisonJunit } from '../../../src/domain/formats/comparison-junit.ts';
import { formatComparisonMarkdown } from '../../../src/domain/formats/comparison-markdown.ts';
import { formatReportHtml } from '../../../src/domain/formats/report-html.ts';
import { serializeVisitsCsv } from '../../../src/domain/formats/visits-csv.ts';
import { parsePage } from '../../../src/domain/page.ts';
import { parseReport } from '../../../src/domain/parse-report.ts';
import { buildReport, serializeReport } from '../../../src/domain/report.ts';
import type { VisitRow } from '../../../src/store/schema.ts';
import { listTexts } from '../dump-storage.ts';
import { type Ground, onGround } from '../ground.ts';
import { atMost, defineRow, exactly, type Figure, none } from '../row.ts';
import { type Site, writePage } from '../site.ts';

/** Text that does something wherever it is not treated as text. */
const TEXTS = [
  `<img src=x onerror="globalThis.pwned = 1">`,
  `"><script>globalThis.pwned = 1</script>`,
  `=HYPERLINK("http://evil.test")`,
  '@everyone `code` | cell | #1 [link](http://evil.test)',
  '__proto__',
  'constructor',
  '\u202Etxt.exe\u0000\u001B[31m',
  'x'.repeat(1_000_000),
];

const LONGEST_TEXT = 256;

export const pageText = defineRow({
  id: 'B6',
  fault: 'a page chooses text that would run, or break out, wherever it is shown',
  short: {},
  long: {},
  measure: () => onGround(measure),
});

async function measure(ground: Ground): Promise<Figure[]> {
  const visits = await visitHostilePages(ground);
  const report = writeReport(ground.site, visits);
  const csv = serializeVisitsCsv(visits);
  const again = parseReport(serializeReport(report), 'report');
  const comparisons = compareReports(report, again);
  const markdown = formatComparisonMarkdown(comparisons);
  const document = formatReportHtml({
    page: report.pages[0]?.key ?? '',
    visits,
    comparison: comparisons[0],
    measured: 'today',
    version: '0',
  });
  const texts = visits.flatMap(({ snapshot }) =>
    listTexts({ ...snapshot, url: '', resources: snapshot.resources.map((it) => ({ ...it, url: '' })) }),
  );
  return [
    exactly(
      'hostile marks stored',
      visits.some(({ snapshot }) => snapshot.userTimings.length > 0),
      true,
    ),
    atMost('longest text stored', Math.max(...texts.map((text) => text.length)), LONGEST_TEXT),
    exactly(
      'an export that is imported says the same',
      serializeReport(again) === serializeReport(report),
      true,
    ),
    exactly('prototypes changed', ({} as { pwned?: unknown }).pwned === undefined ? 0 : 1, 0),
    none(
      'CSV cells that a spreadsheet would run',
      csv.split(/[,\r\n]+/).filter((cell) => /^"?[=+@\t]/.test(cell) || /^"?-\D/.test(cell)),
    ),
    none(
      'markup in Markdown',
      markdown.split('\n').filter((line) => /(^|[^\\])<|\]\(http|@(?=\w)/.test(line)),
    ),
    none('elements of its making in the HTML report', document.match(/<(?:img|script|iframe|a)\b/g) ?? []),
    none('control characters in JUnit', formatComparisonJunit(comparisons).match(/[^\P{Cc}\t\r\n]/gu) ?? []),
    ...(await measurePanel(ground)),
    none('half-written', await ground.ask('verifyStore', undefined)),
    none('errors', ground.complaints),
  ];
}

async function visitHostilePages(ground: Ground): Promise<VisitRow[]> {
  const script = `
    const texts = ${JSON.stringify(TEXTS).replaceAll('</', '<\\/')};
    for (const text of texts) {
      performance.mark(text);
      performance.measure(text);
      const element = document.createElement('h1');
      element.id = element.className = text;
      element.textContent = 'Text that is large enough to be the largest of all '.repeat(4);
      document.body.append(element);
    }
    document.addEventListener('click', Object.defineProperty(() => {
      const end = performance.now() + 120;
      while (performance.now() < end);
    }, 'name', { value: texts[0] }));`;
  ground.site.serve(
    '/',
    writePage(`<script>${script}</script>`, '<meta name="version" content="=cmd()<b>">'),
  );
  for (const index of [0, 1]) {
    await ground.page.goto(`${ground.site.origin}/`);
    await ground.page.mouse.click(50, 50);
    await waitFor(async () => ((await ground.readStore()).visits > index ? true : undefined), {
      what: 'the visit',
    });
  }
  await ground.page.goto('about:blank');
  await waitFor(
    async () => (await ground.readVisits()).every(({ snapshot }) => snapshot.stage === 'final') || undefined,
    { what: 'the tails' },
  );
  return ground.readVisits();
}

async function measurePanel({ browser, site }: Ground): Promise<Figure[]> {
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${browser.extensionId}/panel/panel.html`);
  await panel.getByRole('tabpanel').getByRole('button').first().click();
  for (const name of await panel.getByRole('tab').allInnerTexts()) {
    await panel.getByRole('tab', { name: name.trim() }).click();
    await panel.getByRole('tabpanel').waitFor();
  }
  const ran = await panel.evaluate(() => 'pwned' in globalThis);
  const strangers = await panel.locator('img, script:not([src]), iframe').count();
  return [
    exactly(`scripts of ${site.origin} that ran in the panel`, ran ? 1 : 0, 0),
    exactly('elements of its making in the panel', strangers, 0),
  ];
}

function writeReport(site: Site, visits: readonly VisitRow[]) {
  const page = parsePage(`${site.origin}/`);
  if (!page) throw new Error('the site has no page');
  return buildReport({
    generatorVersion: '0',
    rule: visits[0]?.judgement.rule ?? '',
    budgets: [],
    pages: [{ ...page, visits: visits.map(({ snapshot }) => snapshot) }],
  });
}
