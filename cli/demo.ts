import { parseArgs } from 'node:util';
import { hasDisplay } from './demo/has-display.ts';
import { runDemo } from './demo/run-demo.ts';
import { FAILED } from './exit-code.ts';
import { installUrlPattern } from './install-url-pattern.ts';
import { createTerminal } from './terminal.ts';

await installUrlPattern();
const terminal = createTerminal();
try {
  const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } });
  const headed = !values.headless && hasDisplay(process.env, process.platform);
  process.exitCode = await runDemo({ headed, outDir: 'out', terminal });
} catch (error) {
  terminal.note(error instanceof Error ? error.message : String(error));
  process.exitCode = FAILED;
}
