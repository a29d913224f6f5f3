import { parseArgs } from 'node:util';
import { run } from './run.mjs';
import { ensureChromium, installDependencies, runTool, SetUpError } from './setup.mjs';

/** Steps in order, cheap ones first, and the npm script of each. */
const STEPS = /** @type {const} */ ({
  lint: 'lint',
  format: 'format:check',
  types: 'typecheck',
  unit: 'test:unit',
  build: 'build',
  size: 'size',
  knip: 'knip',
  e2e: 'test:e2e',
  faults: 'test:faults',
});

await runTool(async () => {
  const steps = chooseSteps();
  await installDependencies();
  if (steps.includes('e2e') || steps.includes('faults')) await ensureChromium();
  let passed = 0;
  for (const step of steps) {
    console.log(`\n== ${step}`);
    const start = performance.now();
    const code = await run('npm', ['run', '--silent', STEPS[step]]);
    console.log(`== ${step}: ${code === 0 ? 'passed' : 'failed'} in ${seconds(performance.now() - start)}`);
    if (code !== 0) {
      const left = steps.slice(passed + 1);
      if (left.length > 0) console.log(`\nNot run: ${left.join(', ')}`);
      console.log(`\n${passed} passed, 1 failed`);
      return 1;
    }
    passed++;
  }
  console.log(`\n${passed} passed, 0 failed`);
  return 0;
});

/**
 * All steps, or those named with `--only`, in our order.
 *
 * @returns {(keyof typeof STEPS)[]}
 */
function chooseSteps() {
  const names = /** @type {(keyof typeof STEPS)[]} */ (Object.keys(STEPS));
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const wanted = values.only ?? names;
  const unknown = wanted.find((name) => !names.some((known) => known === name));
  if (unknown !== undefined)
    throw new SetUpError(`--only: expected one of ${names.join(', ')}, got ${unknown}`);
  return names.filter((name) => wanted.includes(name));
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
