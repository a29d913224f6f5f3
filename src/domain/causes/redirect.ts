import { resourceFacts } from './node-facts.ts';
import type { CauseDefinition } from './definition.ts';
import { differs } from './significance.ts';
import { ms, phrase } from '../words/phrase.ts';

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
    if (current < 1) return phrase('redirectGone', ms(baseline));
    return baseline < 1
      ? phrase('redirectNew', ms(current))
      : phrase('redirectsTake', ms(current), ms(baseline));
  },
  advise: () => phrase('adviseFinalAddress'),
  remedy: () => 'no-redirect',
};
