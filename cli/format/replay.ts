import type { ReplayedPage } from '../../src/domain/replay-report.ts';
import { escapeMarkdown } from '../../src/domain/formats/escape-markdown.ts';
import type { FormatName } from './format-name.ts';
import { type JunitCase, writeJunit } from '../../src/domain/formats/junit.ts';
import { describeEvent, formatReplayText } from './replay-text.ts';
import { summarizeVisit } from './visit-verdict.ts';

export function formatReplay(pages: readonly ReplayedPage[], format: FormatName, colour: boolean): string {
  switch (format) {
    case 'text':
      return formatReplayText(pages, colour);
    case 'json':
      return formatReplayJson(pages);
    case 'markdown':
      return formatReplayMarkdown(pages);
    case 'junit':
      return formatReplayJunit(pages);
  }
}

function formatReplayJson(pages: readonly ReplayedPage[]): string {
  const document = {
    pages: pages.map(({ page, visits }) => ({
      page: page.key,
      rule: page.rule,
      visits: visits.map(({ snapshot, judgement, events }) => ({
        visitId: snapshot.visitId,
        verdict: summarizeVisit(judgement),
        ...judgement,
        events,
      })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function formatReplayMarkdown(pages: readonly ReplayedPage[]): string {
  const tables = pages.map(({ page, visits }) => {
    const rows = visits.map(({ judgement, events }, i) => {
      const happened = events.map((event) => escapeMarkdown(describeEvent(event))).join('; ');
      return `| ${i + 1} | ${judgement.cohort} | ${summarizeVisit(judgement).replaceAll('-', ' ')} | ${happened} |`;
    });
    const head = ['| Load | Cohort | Verdict | What happened |', '| ---: | --- | --- | --- |'];
    return [`### ${escapeMarkdown(page.key)}`, '', ...head, ...rows].join('\n');
  });
  return `${tables.join('\n\n')}\n`;
}

function formatReplayJunit(pages: readonly ReplayedPage[]): string {
  return writeJunit(
    pages.map(({ page, visits }) => ({
      name: page.key,
      cases: visits.map(({ judgement, events }, i): JunitCase => {
        const name = `load ${i + 1}`;
        const verdict = summarizeVisit(judgement);
        const broken = judgement.budgets.filter(({ status }) => status === 'broken').map(({ key }) => key);
        if (verdict === 'not-judged') return { name, skipped: judgement.excluded.join(', ') };
        if (verdict !== 'regressed' && broken.length === 0) return { name };
        const details = [...events.map(describeEvent), ...broken.map((key) => `over budget: ${key}`)].join(
          '\n',
        );
        return { name, failure: { message: verdict === 'regressed' ? verdict : 'over budget', details } };
      }),
    })),
  );
}
