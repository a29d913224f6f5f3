#!/usr/bin/env node
import { installUrlPattern } from './install-url-pattern.ts';
import { runPbm } from './run-pbm.ts';
import { createTerminal } from './terminal.ts';

await installUrlPattern();
process.exitCode = await runPbm(process.argv.slice(2), createTerminal());
