import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ComponentChildren;
  /** The one thing to do. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h1>{title}</h1>
      <p>{children}</p>
      {action && (
        <button type="button" class="button primary" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
