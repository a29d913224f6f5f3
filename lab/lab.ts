import { parseArgs } from 'node:util';
import { LAB_PAGES } from './fault.ts';
import { startLab } from './server.ts';

const DEFAULT_PORT = '4610';

const { values } = parseArgs({
  options: { port: { type: 'string', default: DEFAULT_PORT }, secure: { type: 'boolean', default: false } },
});
const lab = await startLab({ port: Number(values.port), secure: values.secure });
console.log(`The lab is open. Faults: ${lab.origin}/lab`);
for (const path of LAB_PAGES) console.log(`  ${lab.origin}${path}`);
console.log('Ctrl+C closes it.');
process.once('SIGINT', () => {
  void lab.stop();
});
