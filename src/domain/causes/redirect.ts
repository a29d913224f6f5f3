import { resourceFacts } from './node-facts.ts';
import type { CauseDefinition } from './definition.ts';
import { differs } from './significance.ts';
import { timeText } from './words.ts';

/** The document is reached through redirects, or no longer, or through slower ones. */
export const redirect: CauseDefinition = {
  kind: 'redirect',
  nature: 'structural',
  detect(detection) {
    const { model, program } = detection;
    const [document] = model.nodes;
    const [baseline, current] = program.redirect;
    if (!document || !differs({ baseline, current })) return;
    detection.claim({
      kind: 'redirect',
      nodes: [document],
      switches: [program.board.globals.redirect],
      facts: { ...resourceFacts(document), time: { baseline, current } },
    });
  },
  summarize: ({ time }) => {
    const { baseline, current } = time ?? { baseline: 0, current: 0 };
    if (current < 1) return `the redirect before the document is gone (${timeText(baseline)})`;
    return baseline < 1
      ? `a redirect before the document takes ${timeText(current)}`
      : `redirects before the document take ${timeText(current)} instead of ${timeText(baseline)}`;
  },
  advise: () => 'Link to the final address, and answer it without a redirect.',
  remedy: () => 'no-redirect',
};
