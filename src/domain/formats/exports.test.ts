import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../build-snapshot.ts';
import { createCapture } from '../capture.fixture.ts';
import type { ReplayedVisit } from '../replay-report.ts';
import { serializeOtlp } from './otlp.ts';
import { serializeVisitsCsv } from './visits-csv.ts';

function visit(url: string): ReplayedVisit {
  return {
    snapshot: { ...buildSnapshot(createCapture()), url },
    judgement: {
      rule: 'classic',
      cohort: 'reload/cold/desktop',
      excluded: [],
      metrics: { load: { verdict: 'regressed' } },
      budgets: [],
    },
    events: [],
  };
}

describe('serializeVisitsCsv', () => {
  it('writes a row a visit and leaves what was not measured empty', () => {
    const [header, row, end] = serializeVisitsCsv([visit('http://localhost/')]).split('\r\n');
    const cells = Object.fromEntries(header!.split(',').map((name, i) => [name, row!.split(',')[i]]));
    expect(cells).toMatchObject({
      url: 'http://localhost/',
      regressed: 'load',
      load: '301',
      interactionToNextPaint: '',
      hiddenSizes: '0',
    });
    expect(end).toBe('');
  });

  it.each([
    ['=cmd()', "'=cmd()"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['=a,"b"\n', '"\'=a,""b""\n"'],
  ])('makes %j harmless', (url, cell) => {
    expect(serializeVisitsCsv([visit(url)])).toContain(`,${cell},`);
  });
});

describe('serializeOtlp', () => {
  it('writes one log record for each vital that was measured', () => {
    const request = JSON.parse(serializeOtlp([visit('http://localhost/').snapshot], '1.0.0'));
    const records = request.resourceLogs[0].scopeLogs[0].logRecords;
    const names = records.map(
      (record: { attributes: { value: { stringValue?: string } }[] }) =>
        record.attributes[0]?.value.stringValue,
    );
    expect(names).toEqual(['cls', 'fcp', 'lcp', 'ttfb']);
    expect(records[1]).toMatchObject({ eventName: 'browser.web_vital', timeUnixNano: '1700000000000000000' });
  });
});
