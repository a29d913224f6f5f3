import { waitFor } from '../../../cli/wait-for.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, none, type Pace, within } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly loads: number;
}

export const twoPanels = defineRow<Scale>({
  id: 'F13',
  fault: 'two panels show one tab, and two contexts would judge the same load',
  short: { loads: 3 },
  long: { loads: 30 },
  measure: (scale, pace) => onGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: Ground, { loads }: Scale, pace: Pace): Promise<Figure[]> {
  ground.site.serve('/', writePage());
  await ground.page.goto(`${ground.site.origin}/`);
  const tabId = await ground.inside.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'http://localhost/*' });
    return tab?.id;
  });
  const panels = await Promise.all(
    [1, 2].map(async () => {
      const panel = await ground.browser.context.newPage();
      await panel.goto(`chrome-extension://${ground.browser.extensionId}/panel/panel.html?tabId=${tabId}`);
      return panel;
    }),
  );
  let slowest = 0;
  let done = 0;
  for (; done < loads && pace.goesOn(); done++) {
    await ground.page.bringToFront();
    await ground.page.reload();
    const count = done + 2;
    await waitFor(async () => ((await ground.readStore()).visits >= count ? true : undefined), {
      what: `${count} visits`,
    });
    await ground.waitForQueue();
    const start = performance.now();
    // Two kicks at once: the queue is worked off under a lock, by whoever comes first.
    await Promise.all(panels.map((panel) => panel.evaluate(kick)));
    await waitFor(
      async () => {
        const [first, second] = await Promise.all(
          panels.map((panel) => panel.getByRole('tabpanel').innerText()),
        );
        return first === second && first !== '' ? true : undefined;
      },
      { what: 'the panels to be equal' },
    );
    slowest = Math.max(slowest, performance.now() - start);
    pace.tell(`${done + 1} loads with two panels open`);
  }
  const visits = await ground.readVisits();
  const judged = visits.filter(({ judgement }) => judgement.excluded.length === 0);
  return [
    exactly('loads judged twice', (await ground.readStore()).samples - judged.length, 0),
    within('until both panels are equal', slowest / 1000, 1, ' s'),
    none('half-written', await ground.ask('verifyStore', undefined)),
    none('errors', ground.complaints),
  ];
}

async function kick(): Promise<void> {
  await chrome.runtime.sendMessage({ protocol: 1, request: 'retryStorage' });
}
