import { waitFor } from '../../../cli/wait-for.ts';
import { MAX_URL_LENGTH } from '../../../src/domain/limits.ts';
import { listTexts, dumpStorage } from '../dump-storage.ts';
import { type Ground, onGround } from '../ground.ts';
import { atMost, defineRow, exactly, type Figure, none } from '../row.ts';
import { writePage } from '../site.ts';

/** Stands for what must never be stored. */
const SECRET = 'hunter2secret';

export const urls = defineRow({
  id: 'B5',
  fault: 'URLs are endless, secret, or not what they seem',
  short: {},
  long: {},
  measure: () => onGround(measure),
});

async function measure(ground: Ground): Promise<Figure[]> {
  const { site, page } = ground;
  const origin = site.origin.replace('http://', `http://user:${SECRET}@`);
  for (const path of ['/%E2%80%AEgnp.exe', '/%00', '/x'.repeat(3_000), '/xn--e1afmkfd', '/%ED%A0%80']) {
    site.serve(path, writePage());
  }
  site.serve('/', writePage(writeBody(site.origin)));
  const visited = [
    `${origin}/?token=${SECRET}#${SECRET}`,
    `${site.origin}/?q=${SECRET}${'x'.repeat(60_000)}`,
    `${site.origin}/%E2%80%AEgnp.exe?${SECRET}`,
    `${site.origin}/%00`,
    `${site.origin}/xn--e1afmkfd?\u200B${SECRET}`,
    `${site.origin}/%ED%A0%80`,
    `${site.origin}${'/x'.repeat(3_000)}`,
  ];
  for (const [index, url] of visited.entries()) {
    await page.goto(url);
    await waitFor(async () => ((await ground.readStore()).visits > index ? true : undefined), {
      what: `the visit of ${url.slice(0, 80)}`,
    });
  }
  await page.goto('about:blank');
  await ground.waitForQueue();
  const stored = await dumpStorage(ground.inside);
  const visits = await ground.readVisits();
  const texts = visits.flatMap(({ snapshot }) => listTexts(snapshot));
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  return [
    exactly('visits', visits.length, visited.length),
    none(
      'secrets stored',
      stored.filter((text) => text.includes(SECRET)),
    ),
    atMost('longest text stored', longest, MAX_URL_LENGTH),
    none(
      'control or direction characters stored',
      texts.filter((text) => /[\p{Cc}\p{Bidi_Control}]/u.test(text)),
    ),
    ...(await measurePanel(ground)),
    none('half-written', await ground.ask('verifyStore', undefined)),
    none('errors', ground.complaints),
  ];
}

/** The panel lists pages of these names without breaking its lines or its direction. */
async function measurePanel({ browser }: Ground): Promise<Figure[]> {
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${browser.extensionId}/panel/panel.html`);
  await panel.getByRole('tabpanel').getByText('/xn--e1afmkfd').waitFor();
  const shown = await panel.getByRole('tabpanel').innerText();
  return [none('direction characters shown', shown.match(/\p{Bidi_Control}/gu) ?? [])];
}

/** Resources whose URLs are as bad, of every kind that a page can have. */
function writeBody(origin: string): string {
  return `<h1>URLs</h1>
    <img src="data:image/svg+xml,${'x'.repeat(200_000)}">
    <img src="/image.png?token=${SECRET}" width="600" height="400">
    <script src="/script.js?key=${SECRET}#${SECRET}"></script>
    <script>
      fetch('${origin}/api?session=${SECRET}');
      fetch(URL.createObjectURL(new Blob(['${SECRET}'])));
      fetch('${origin}/\\ud800?${SECRET}');
      fetch('${origin}/long/' + 'y'.repeat(5000) + '?${SECRET}');
    </script>`;
}
