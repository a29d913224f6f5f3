import { nodeSwitch } from '../replay/switches.ts';
import type { ResourceType } from '../snapshot.ts';
import type { CauseDefinition } from './definition.ts';
import { nodeIdentity, resourceFacts } from './node-facts.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
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
    const name = resource ? resourceName(resource) : phrase('aResource');
    if (factor !== undefined) return phrase(factor > 0 ? 'paintWaits' : 'paintFree', name);
    return phrase(resource?.renderBlocking ? 'becameBlocking' : 'noLongerBlocks', name);
  },
  advise: ({ resource }) => ADVICE[resource?.type ?? 'other'] ?? phrase('adviseShowBefore'),
  remedy: ({ resource }) => (resource?.renderBlocking ? 'defer' : undefined),
};

const ADVICE: { readonly [Type in ResourceType]?: Phrase } = {
  stylesheet: phrase('adviseUnblockStyle'),
  script: phrase('adviseDeferBack'),
  font: phrase('adviseSwapFont'),
};
