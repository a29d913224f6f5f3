import type { InspectedTab } from '../connection/inspected-tab.ts';
import { Icon } from './icon.tsx';
import { text } from '../text.ts';

interface SourceLinkProps {
  readonly tab: InspectedTab;
  readonly url: string;
  readonly charPosition?: number | undefined;
  /** What it is called where the link stands. */
  readonly name: string;
  /** Inside a list that has a cursor of its own the link is not a stop of the tab key. */
  readonly tabIndex?: number;
}

/** Opens a file of the inspected page in DevTools' Sources; nothing where there are no Sources. */
export function SourceLink({ tab, url, charPosition, name, tabIndex }: SourceLinkProps) {
  const { openSource } = tab;
  if (!openSource) return null;
  return (
    <button
      type="button"
      class="source-link"
      title={text('openInSources')}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation();
        openSource(url, charPosition);
      }}
    >
      <Icon name="source" />
      <span class="visually-hidden">{text('openNamed', name)}</span>
    </button>
  );
}
