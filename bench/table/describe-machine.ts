import { execFile } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { findChromium } from '../../cli/find-chromium.ts';

/** "2026-11-26, 2 × AMD EPYC, 24 GB, Linux 6.1, Chromium 156.0.1, Node 20.20.2, load 0.4 at the end". */
export async function describeMachine(): Promise<string> {
  const { stdout } = await promisify(execFile)(findChromium(), ['--version', '--no-sandbox']);
  const processors = cpus();
  return [
    new Date().toISOString().slice(0, 10),
    `${processors.length} × ${(processors[0]?.model ?? 'unknown processor').trim()}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${process.platform} ${release()}`,
    /Chrom\w+ [\d.]+/.exec(stdout)?.[0] ?? 'an unknown browser',
    `Node ${process.versions.node}`,
    // Others at work on the machine make times longer: who reads them should know.
    `load ${(loadavg()[0] ?? 0).toFixed(1)} at the end`,
  ].join(', ');
}
