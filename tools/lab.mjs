import { join } from 'node:path';
import { root } from './root.mjs';
import { installDependencies, runTool } from './setup.mjs';

await runTool(async () => {
  await installDependencies();
  const { runnerImport } = await import('vite');
  await runnerImport(join(root, 'lab/lab.ts'), { root, configFile: false, logLevel: 'error' });
  return 0;
});
