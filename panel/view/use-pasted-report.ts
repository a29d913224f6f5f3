import { useEffect } from 'preact/hooks';
import { text } from '../text.ts';

/**
 * A report is taken in by pasting it: its file, or its text, which begins as every report does. What is pasted into a field
 * belongs there.
 */
export function usePastedReport(take: (file: File) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLInputElement) return;
      const file = event.clipboardData?.files[0] ?? readText(event.clipboardData?.getData('text/plain'));
      if (!file) return;
      event.preventDefault();
      take(file);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [take]);
}

function readText(pasted = ''): File | undefined {
  return pasted.trimStart().startsWith('{') ? new File([pasted], text('pastedReport')) : undefined;
}
