import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseJson, parseWith } from '../../src/domain/parse-report.ts';
import { metricValuesSchema } from '../../src/domain/snapshot.ts';
import type { AaRecording } from '../recordings/aa-loads.ts';

const loadSchema = v.object({
  metrics: metricValuesSchema,
  build: v.optional(v.string()),
  /** Share of the processor that was busy before the navigation. */
  busy: v.optional(v.number(), 0),
});

const blockSchema = v.object({
  series: v.string(),
  change: v.picklist(['unchanged', 'script-work-x1.2', 'server-150ms'] satisfies Change[]),
  loads: v.array(loadSchema),
});

const recordingSchema = v.object({ blocks: v.array(blockSchema) });

export type Change = AaRecording['blocks'][number]['change'];
export type RecordedBlock = v.InferOutput<typeof blockSchema>;
export type RecordedLoad = v.InferOutput<typeof loadSchema>;

/**
 * The blocks of a recording, in order. Undefined when there is no such file; throws an InputError that names the place
 * for one that is not a recording.
 */
export function readRecording(path: string): RecordedBlock[] | undefined {
  if (!existsSync(path)) return undefined;
  return parseWith(recordingSchema, parseJson(readFileSync(path, 'utf8'), path), path).blocks;
}
