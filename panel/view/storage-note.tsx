import { deriveStorageNote } from '../derive/storage-note.ts';
import type { StorageModel } from '../model/storage-model.ts';
import { text } from '../text.ts';
import { Icon } from './icon.tsx';

/** Stays in sight for as long as loads cannot be kept: nothing else the panel says would last. */
export function StorageNote({ storage }: { readonly storage: StorageModel }) {
  const note = deriveStorageNote(storage.state.value);
  if (!note) return null;
  return (
    <div class={`storage-note ${note.tone}`} role="alert">
      <Icon name="storage" />
      <span>{note.text}</span>
      {note.canSave && (
        <button type="button" class="button" onClick={storage.saveHeld}>
          {text('saveHeld')}
        </button>
      )}
      <button type="button" class="button" onClick={storage.retry}>
        {note.action}
      </button>
    </div>
  );
}
