import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { request } from '../../src/protocol/channel.ts';
import { readPages } from '../../src/store/read.ts';
import { readRouteTemplates } from '../../src/store/route-templates.ts';
import { deriveRouteDraft, type RouteDraft } from '../derive/route-draft.ts';
import type { DatabaseModel } from './database-model.ts';
import { liveRead } from './live-read.ts';
import type { NoticeModel } from './notice-model.ts';
import { text } from '../text.ts';

/** The user's own route templates and the one that is being typed. */
export interface RoutesModel {
  readonly templates: ReadonlySignal<readonly string[]>;
  /** What has been typed so far. */
  readonly typed: Signal<string>;
  readonly draft: ReadonlySignal<RouteDraft>;
  /** Adds the draft behind the others. */
  readonly add: () => void;
  readonly remove: (template: string) => void;
}

export function createRoutesModel(
  database: DatabaseModel,
  changes: ReadonlySignal<number>,
  notices: NoticeModel,
): RoutesModel {
  const stored = liveRead({ database, key: () => changes.value, read: readRouteTemplates });
  const pages = liveRead({ database, key: () => changes.value, read: readPages });
  const templates = computed(() => stored.value ?? []);
  const typed = signal('');
  const draft = computed(() =>
    deriveRouteDraft(
      typed.value,
      templates.value,
      (pages.value ?? []).map(({ key }) => key),
    ),
  );
  const save = async (next: readonly string[], said: string): Promise<void> => {
    await request('saveRouteTemplates', next);
    notices.show({ tone: 'good', text: said });
  };
  return {
    templates,
    typed,
    draft,
    add() {
      const { template } = draft.peek();
      if (template === undefined) return;
      const next = [...templates.peek(), template];
      typed.value = '';
      notices.guard(save(next, text('templateAdded', template)));
    },
    remove(template) {
      const next = templates.peek().filter((other) => other !== template);
      notices.guard(save(next, text('templateRemoved', template)));
    },
  };
}
