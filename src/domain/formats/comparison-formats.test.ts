import { describe, expect, it } from 'vitest';
import { formatComparisonJunit } from './comparison-junit.ts';
import { formatComparisonMarkdown } from './comparison-markdown.ts';
import { COMPARISON, HOSTILE } from './comparison.fixture.ts';
import { escapeMarkdown } from './escape-markdown.ts';

describe('markdown', () => {
  it('is a table and a list of causes', () => {
    expect(formatComparisonMarkdown([COMPARISON])).toBe(`### http://localhost:4610/: regressed

LCP regressed by 412 ms.

| Metric | Baseline | Now | Change | Verdict |
| --- | ---: | ---: | ---: | --- |
| LCP | 1,180 ms | 1,592 ms | +412 ms (+35 %) | **regressed** |
| TBT | 0 ms | 3 ms | +3 ms | needs more loads |
| Transfer | 612 kB | 600 kB | −12 kB (−2 %) | improved |

**Why Largest Contentful Paint changed by +412 ms**

1. added render-blocking script /js/consent.js \\(254 kB\\): +310 ms (75 %, confirmed by 8 loads). Load it with defer. (defer: saves 300 ms)
   - It was fetched before the first paint in 8 of 8 loads.
2. slower answer of /api/products: +58 ms (14 %, likely). Look at the server.
- +44 ms not explained by what was recorded

<details><summary>Resources that changed: 1</summary>

| Change | Resource | Size | Duration | |
| --- | --- | ---: | ---: | --- |
| added | /js/consent.js | 254 kB | 180 ms | render-blocking |

</details>
`);
  });

  it('escapes what a page has chosen', () => {
    const text = formatComparisonMarkdown([HOSTILE]);
    expect(text).toContain('### http://localhost/\\|a\\|: regressed');
    expect(text).toContain('added /?\\[31m\\<b\\>\\&"\\`\\|\\*@\u200bteam?.js');
  });
});

describe('junit', () => {
  it('fails what regressed, skips what is not judged', () => {
    expect(formatComparisonJunit([COMPARISON])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="http://localhost:4610/" tests="3" failures="1" skipped="1">
    <testcase name="largestContentfulPaint" classname="http://localhost:4610/">
      <failure message="1,180 ms became 1,592 ms (+412 ms)">+310 ms added render-blocking script /js/consent.js (254 kB)
+58 ms slower answer of /api/products
+44 ms not explained by what was recorded</failure>
    </testcase>
    <testcase name="totalBlockingTime" classname="http://localhost:4610/">
      <skipped message="needs more loads"/>
    </testcase>
    <testcase name="transferSize" classname="http://localhost:4610/"/>
  </testsuite>
</testsuites>
`);
  });

  it('escapes markup and leaves out what XML cannot say', () => {
    const text = formatComparisonJunit([HOSTILE]);
    expect(text).toContain('+310 ms added /[31m&lt;b&gt;&amp;&quot;`|*@team\u202e.js');
  });
});

it.each([
  ['@team', '@\u200bteam'],
  ['fixes #12', 'fixes \\#\u200b12'],
  ['a|b', 'a\\|b'],
  ['`rm`', '\\`rm\\`'],
  ['![x](y)', '\\!\\[x\\]\\(y\\)'],
  ['a\nb', 'a?b'],
])('escapeMarkdown leaves %j without a meaning', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});
