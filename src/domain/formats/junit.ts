export interface JunitCase {
  readonly name: string;
  /** Present when it failed: the line for the list, and the text behind it. */
  readonly failure?: { readonly message: string; readonly details: string };
  /** Present when it could not be judged. */
  readonly skipped?: string;
}

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/** JUnit XML as continuous integration servers read it. */
export function writeJunit(suites: readonly JunitSuite[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.map(writeSuite).join('\n')}\n</testsuites>\n`;
}

function writeSuite({ name, cases }: JunitSuite): string {
  const failures = cases.filter(({ failure }) => failure).length;
  const skipped = cases.filter((each) => each.skipped !== undefined).length;
  const counts = `tests="${cases.length}" failures="${failures}" skipped="${skipped}"`;
  const lines = cases.map((each) => writeCase(each, name));
  return [`  <testsuite name="${escapeXml(name)}" ${counts}>`, ...lines, '  </testsuite>'].join('\n');
}

function writeCase({ name, failure, skipped }: JunitCase, suite: string): string {
  const open = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(suite)}"`;
  if (failure) {
    return `${open}>
      <failure message="${escapeXml(failure.message)}">${escapeXml(failure.details)}</failure>
    </testcase>`;
  }
  if (skipped !== undefined) {
    return `${open}>
      <skipped message="${escapeXml(skipped)}"/>
    </testcase>`;
  }
  return `${open}/>`;
}

/** XML 1.0 has no way to write most control characters: they are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
