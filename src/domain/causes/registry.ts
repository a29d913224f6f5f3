import type { CauseKind } from '../cause.ts';
import { addedResource } from './added-resource.ts';
import { cacheGained } from './cache-gained.ts';
import { cacheLost } from './cache-lost.ts';
import { compressionGained } from './compression-gained.ts';
import { compressionLost } from './compression-lost.ts';
import { connection } from './connection.ts';
import type { CauseDefinition } from './definition.ts';
import { domSize } from './dom-size.ts';
import { environmentCpu } from './environment-cpu.ts';
import { environmentLatency } from './environment-latency.ts';
import { environmentNetwork } from './environment-network.ts';
import { htmlDownload } from './html-download.ts';
import { htmlParse } from './html-parse.ts';
import { inlineScript } from './inline-script.ts';
import { interaction } from './interaction.ts';
import { lateDiscovery } from './late-discovery.ts';
import { layoutShift } from './layout-shift.ts';
import { lcpElement } from './lcp-element.ts';
import { redirect } from './redirect.ts';
import { removedResource } from './removed-resource.ts';
import { renderBlocking } from './render-blocking.ts';
import { resizedResource } from './resized-resource.ts';
import { scriptExecution } from './script-execution.ts';
import { slowDocument } from './slow-document.ts';
import { slowDownload } from './slow-download.ts';
import { slowServer } from './slow-server.ts';
import { styleLayout } from './style-layout.ts';

/**
 * Every kind of cause, in order of precedence: what an earlier one claims, a later one does not get. The environment
 * comes first, so that no resource is blamed for it; then what is a fact of the page (another element, file or
 * header); then what merely took longer.
 */
export const CAUSE_DEFINITIONS: readonly CauseDefinition[] = [
  environmentNetwork,
  environmentLatency,
  environmentCpu,
  lcpElement,
  cacheLost,
  cacheGained,
  compressionLost,
  compressionGained,
  addedResource,
  removedResource,
  redirect,
  domSize,
  renderBlocking,
  resizedResource,
  slowDocument,
  slowServer,
  connection,
  slowDownload,
  inlineScript,
  htmlDownload,
  scriptExecution,
  htmlParse,
  lateDiscovery,
  styleLayout,
  layoutShift,
  interaction,
];

const BY_KIND = new Map(CAUSE_DEFINITIONS.map((definition) => [definition.kind, definition]));

export function findDefinition(kind: CauseKind): CauseDefinition {
  const definition = BY_KIND.get(kind);
  if (!definition) throw new RangeError(`no definition of the cause "${kind}"`);
  return definition;
}
