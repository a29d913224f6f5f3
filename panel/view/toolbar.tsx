import type { PanelModel } from '../model/panel-model.ts';
import { Icon } from './icon.tsx';
import { PageSelect } from './page-select.tsx';
import { ReportMenu } from './report-menu.tsx';
import { text } from '../text.ts';

export function Toolbar({ model }: { readonly model: PanelModel }) {
  const { reload } = model.tab;
  const access = model.site.access.value;
  return (
    <div class="toolbar" role="toolbar" aria-label={text('pageAndReports')}>
      <PageSelect page={model.page} />
      {access.status === 'not-allowed' && model.content.value !== 'not-allowed' && (
        <button type="button" class="tool tool-accent" onClick={() => model.allowSite()}>
          <Icon name="lock" />
          <span class="tool-text">{text('allow', access.site.host)}</span>
        </button>
      )}
      {reload && (
        <button type="button" class="tool" onClick={reload} title={text('reloadHint')}>
          <Icon name="reload" />
          <span class="tool-text">{text('reload')}</span>
        </button>
      )}
      {reload && access.status === 'allowed' && (
        <button
          type="button"
          class="tool"
          disabled={model.verify.progress.value !== undefined}
          onClick={model.verify.start}
          title={text('verifyHint')}
        >
          <Icon name="verify" />
          <span class="tool-text">{text('verify')}</span>
        </button>
      )}
      <ReportMenu model={model} />
    </div>
  );
}
