import { type ChildProcess, spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { expect, test } from './fixtures.ts';

test('a load that begins on a busy machine is shown and not judged, once the user has switched that on', async ({
  monitor,
}) => {
  const { page, panel } = await monitor.openPanel('/');
  const burners = cpus().map(keepBusy);
  try {
    const unguarded = await monitor.reload(page, panel);
    expect(unguarded.snapshot.busy).toBeUndefined();
    // Work of others may show in the load itself as well, which is another reason.
    expect(unguarded.judgement.excluded).not.toContain('machine-busy');

    const options = await monitor.openTab('panel/options.html');
    await options.getByRole('switch', { name: /busy machine/ }).check();
    await options.close();
    await page.bringToFront();
    // The panel has to look twice before it knows anything.
    await expect
      .poll(async () => (await monitor.reload(page, panel)).judgement.excluded, { timeout: 60_000 })
      .toContain('machine-busy');
  } finally {
    for (const burner of burners) burner.kill('SIGKILL');
  }
  await expect(panel.getByRole('region', { name: 'Verdict' })).toContainText('not judged');
  await expect(panel.getByRole('region', { name: 'Verdict' })).toContainText('Machine busy');
});

/** Keeps one core busy with what gives way to everything else. */
function keepBusy(): ChildProcess {
  return spawn('nice', ['-n', '19', process.execPath, '-e', 'for (;;);'], { stdio: 'ignore' });
}
