import { useId } from 'preact/hooks';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { type NamedTarget, suggestNames } from '../derive/budget-targets.ts';
import { text } from '../text.ts';

interface NamedTargetEditorProps {
  readonly target: NamedTarget;
  readonly latest: Snapshot | undefined;
  readonly invalid: boolean;
  readonly onChange: (target: NamedTarget) => void;
}

/** The name of a resource or of a user timing, to be typed or chosen from what the latest load had. */
export function NamedTargetEditor({ target, latest, invalid, onChange }: NamedTargetEditorProps) {
  const list = useId();
  const isResource = target.kind === 'resource';
  return (
    <div class="named-target">
      <input
        type="text"
        list={list}
        spellcheck={false}
        aria-label={text(isResource ? 'resourcePath' : 'timingName')}
        aria-invalid={invalid}
        placeholder={isResource ? '/js/app-*.js' : 'hydrated'}
        value={isResource ? target.pattern : target.name}
        onInput={({ currentTarget: { value } }) =>
          onChange(isResource ? { ...target, pattern: value } : { ...target, name: value })
        }
      />
      <datalist id={list}>
        {suggestNames(target.kind, latest).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {isResource && (
        <select
          aria-label={text('whatOfResource')}
          value={target.measure}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...target, measure: value === 'duration' ? 'duration' : 'transferSize' })
          }
        >
          <option value="transferSize">{text('sizeOption')}</option>
          <option value="duration">{text('durationOption')}</option>
        </select>
      )}
    </div>
  );
}
