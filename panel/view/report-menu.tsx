import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { hasNetworkLog } from '../connection/read-har.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { Icon, type IconName } from './icon.tsx';
import { type MessageKey, text } from '../text.ts';

/** Reports out and in. A popover of plain buttons: the browser closes it by Escape and by a click elsewhere. */
export function ReportMenu({ model }: { readonly model: PanelModel }) {
  const popover = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { transfer, page } = model;
  const shown = page.key.value;
  const hasPage = model.content.value === 'page';
  const hasPages = page.pages.value.length > 0;
  const item = (icon: IconName, key: MessageKey, run: () => void, disabled = !hasPage) => (
    <button
      type="button"
      class="menu-item"
      disabled={disabled}
      onClick={() => {
        popover.current?.hidePopover();
        run();
      }}
    >
      <Icon name={icon} />
      {text(key)}
    </button>
  );
  return (
    <>
      <button type="button" class="tool" popovertarget="report-menu" aria-haspopup="true">
        <Icon name="report" />
        <span class="tool-text">{text('report')}</span>
      </button>
      <div id="report-menu" class="menu" popover="auto" ref={popover}>
        <Group title={text('sinceBaseline')}>
          {item('copy', 'copyMarkdown', () => transfer.copy(shown, 'markdown'))}
          {item('save', 'saveMarkdown', () => transfer.save(shown, 'markdown'))}
          {item('save', 'saveHtml', () => transfer.save(shown, 'html'))}
          {item('save', 'saveJunit', () => transfer.save(shown, 'junit'))}
        </Group>
        <Group title={text('loadsOfPage')}>
          {item('save', 'savePageJson', () => transfer.save(shown))}
          {item('copy', 'copyPageJson', () => transfer.copy(shown))}
          {item('save', 'saveCsv', () => transfer.save(shown, 'csv'))}
          {item('save', 'saveOtlp', () => transfer.save(shown, 'otlp'))}
          {hasNetworkLog() && item('save', 'saveHar', () => transfer.save(shown, 'har'))}
        </Group>
        <Group title={text('allPages')}>
          {item('save', 'saveAllJson', () => transfer.save(undefined), !hasPages)}
          {item('open', 'importReport', () => input.current?.click(), false)}
        </Group>
      </div>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-label={text('reportToImport')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) transfer.take(file);
        }}
      />
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="menu-group" role="group" aria-label={title}>
      <span class="menu-title" aria-hidden="true">
        {title}
      </span>
      {children}
    </div>
  );
}
