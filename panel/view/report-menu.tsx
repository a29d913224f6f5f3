import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { hasNetworkLog } from '../connection/read-har.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { Icon, type IconName } from './icon.tsx';

/** Reports out and in. A popover of plain buttons: the browser closes it by Escape and by a click elsewhere. */
export function ReportMenu({ model }: { readonly model: PanelModel }) {
  const popover = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { transfer, page } = model;
  const key = page.key.value;
  const hasPage = model.content.value === 'page';
  const hasPages = page.pages.value.length > 0;
  const item = (icon: IconName, text: string, run: () => void, disabled = !hasPage) => (
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
      {text}
    </button>
  );
  return (
    <>
      <button type="button" class="tool" popovertarget="report-menu" aria-haspopup="true">
        <Icon name="report" />
        <span class="tool-text">Report</span>
      </button>
      <div id="report-menu" class="menu" popover="auto" ref={popover}>
        <Group title="Since the baseline">
          {item('copy', 'Copy as Markdown for a pull request', () => transfer.copy(key, 'markdown'))}
          {item('save', 'Save as Markdown', () => transfer.save(key, 'markdown'))}
          {item('save', 'Save as a web page', () => transfer.save(key, 'html'))}
          {item('save', 'Save as JUnit', () => transfer.save(key, 'junit'))}
        </Group>
        <Group title="Loads of this page">
          {item('save', 'Save this page as JSON', () => transfer.save(key))}
          {item('copy', 'Copy this page as JSON', () => transfer.copy(key))}
          {item('save', 'Save as CSV', () => transfer.save(key, 'csv'))}
          {item('save', 'Save Web Vitals as OTLP', () => transfer.save(key, 'otlp'))}
          {hasNetworkLog() && item('save', 'Save the network log as HAR', () => transfer.save(key, 'har'))}
        </Group>
        <Group title="All pages">
          {item('save', 'Save all pages as JSON', () => transfer.save(undefined), !hasPages)}
          {item('open', 'Import a report…', () => input.current?.click(), false)}
        </Group>
      </div>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-label="Report to import"
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
