import {
  type BusySample,
  MAX_BUSY_SAMPLES,
  measureBusyShare,
  type ProcessorTimes,
  SAMPLE_EVERY,
} from '../../src/domain/processor-guard.ts';

const GUARD: chrome.permissions.Permissions = { permissions: ['system.cpu'] };

/** May the use of the processor be looked at? */
export function isGuardAllowed(): Promise<boolean> {
  return chrome.permissions.contains(GUARD);
}

/** Must be called straight from a click. Browsers that warn of this permission ask; false when the user said no. */
export function allowGuard(): Promise<boolean> {
  return chrome.permissions.request(GUARD);
}

export function withdrawGuard(): Promise<boolean> {
  return chrome.permissions.remove(GUARD);
}

/**
 * Looks at the processor four times a second until it is stopped, and calls back with the newest samples, oldest first;
 * with none when it may no longer, or while the window is hidden: loads are not judged then anyway. There is no way
 * without the permission: DevTools does not pass `compute-pressure` on to panels, so a PressureObserver is refused here.
 */
export function sampleProcessor(listener: (samples: readonly BusySample[]) => void): { stop: () => void } {
  let before: ProcessorTimes | undefined;
  let samples: readonly BusySample[] = [];
  const look = async (): Promise<void> => {
    // A look that fails, because the permission has just gone, is as good as none.
    const after = document.hidden ? undefined : await readProcessorTimes().catch(() => undefined);
    const busy = before && after && measureBusyShare(before, after);
    before = after;
    if (busy === undefined && samples.length === 0) return;
    samples = busy === undefined ? [] : [...samples, { at: Date.now(), busy }].slice(-MAX_BUSY_SAMPLES);
    listener(samples);
  };
  const timer = setInterval(() => void look(), SAMPLE_EVERY);
  return { stop: () => clearInterval(timer) };
}

async function readProcessorTimes(): Promise<ProcessorTimes> {
  const { processors } = await chrome.system.cpu.getInfo();
  const all = processors.reduce((sum, { usage }) => sum + usage.total, 0);
  return { all, busy: all - processors.reduce((sum, { usage }) => sum + usage.idle, 0) };
}
