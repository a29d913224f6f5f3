import { groupPages } from '../derive/page-options.ts';
import type { PageModel } from '../model/page-model.ts';

import { text, textOfCount } from '../text.ts';

/** The page that is shown. Choosing another one lasts until the tab navigates. */
export function PageSelect({ page }: { readonly page: PageModel }) {
  const key = page.key.value;
  const groups = groupPages(page.pages.value);
  const isStored = groups.some(({ pages }) => pages.some((option) => option.key === key));
  return (
    <select
      class="page-select"
      aria-label={text('page')}
      value={key ?? ''}
      onChange={(event) => page.show(event.currentTarget.value || undefined)}
    >
      {!isStored && (
        <option value={key ?? ''}>{key?.replace(/^https?:\/\//, '') ?? text('choosePage')}</option>
      )}
      {groups.flatMap(({ pages }) =>
        pages.map((option) => (
          <option key={option.key} value={option.key}>
            {option.open > 0
              ? text('pageWithOpen', option.name, textOfCount('open', option.open))
              : option.name}
          </option>
        )),
      )}
    </select>
  );
}
