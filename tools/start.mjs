import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { ensureChromium, installDependencies, runTool } from './setup.mjs';

await runTool(async () => {
  await installDependencies();
  await ensureChromium();
  console.log('Building ...');
  const code = await run(process.execPath, [join(root, 'tools/build.mjs')]);
  if (code !== 0) return code;
  return run(process.execPath, [join(root, 'dist/node/demo.js'), ...process.argv.slice(2)]);
});
