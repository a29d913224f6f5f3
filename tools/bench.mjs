import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { ensureChromium, installDependencies, runTool, SetUpError } from './setup.mjs';

/** Runs one of bench/*.bench.ts by its name; what follows the name is passed on to it. */
await runTool(async () => {
  const [name = '', ...rest] = process.argv.slice(2);
  const files = await readdir(join(root, 'bench'));
  const names = files
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length));
  if (!names.includes(name)) {
    throw new SetUpError(`npm run bench: expected one of ${names.join(', ')}, got ${name || 'nothing'}`);
  }
  await installDependencies();
  await ensureChromium();
  const code = await run(process.execPath, [join(root, 'tools/build.mjs')]);
  const program = join(root, `dist/node/${name}.bench.js`);
  return code === 0 && existsSync(program) ? run(process.execPath, [program, ...rest]) : 1;
});
