import { nodeSwitch } from '../replay/switches.ts';
import type { ResourceType } from '../snapshot.ts';
import type { CauseDefinition } from './definition.ts';
import { nodeIdentity, resourceFacts } from './node-facts.ts';
import { resourceName } from './words.ts';

/** A file of both loads holds the first paint in one of them only. */
export const renderBlocking: CauseDefinition = {
  kind: 'render-blocking',
  nature: 'structural',
  detect(detection) {
    for (const { node, before, after } of detection.pairs.slice(1)) {
      if (before.renderBlocking === after.renderBlocking) continue;
      const { index } = node;
      detection.claim({
        kind: 'render-blocking',
        identity: nodeIdentity(node),
        nodes: [node],
        switches: [
          nodeSwitch(index, 'membership'),
          nodeSwitch(index, 'execution'),
          nodeSwitch(index, 'discovery'),
          nodeSwitch(0, 'execution'),
        ],
        facts: resourceFacts(node),
      });
    }
  },
  summarize: ({ resource, factor }) => {
    const name = resource ? resourceName(resource) : 'a resource';
    if (factor !== undefined) return `the paint ${factor > 0 ? 'now waits' : 'no longer waits'} for ${name}`;
    return resource?.renderBlocking
      ? `${name} has become render-blocking`
      : `${name} no longer blocks rendering`;
  },
  advise: ({ resource }) => ADVICE[resource?.type ?? 'other'] ?? 'Show what is there before it has arrived.',
  remedy: ({ resource }) => (resource?.renderBlocking ? 'defer' : undefined),
};

const ADVICE: { readonly [Type in ResourceType]?: string } = {
  stylesheet: 'Load the style sheet without blocking again (media attribute, or after the first paint).',
  script: 'Give the script its defer or async attribute back.',
  font: 'Show text in a fallback font until the font has arrived (font-display: swap).',
};
