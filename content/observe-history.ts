import type { Observation, Recorder } from './observe-entries.ts';
import type { BeginSoftNavigation } from './soft-navigations.ts';

/**
 * FALLBACK for browsers that do not report soft navigations (Chromium before 151): the page's own history entries.
 * A new path that the user asked for, by a click or by the back button, is taken for a navigation; a changed query or
 * fragment, a replaced entry and a redirect by script are not. It begins when the URL changes, not at the interaction,
 * and has no vitals of its own: web-vitals goes on counting for the whole document, as it does everywhere without
 * soft navigations. Such visits carry `softNavigations: false`.
 */
export function observeHistory(recorder: Recorder, begin: BeginSoftNavigation): Observation {
  const onChange = ({ isTrusted, navigationType, from }: NavigationCurrentEntryChangeEvent) => {
    const isAsked =
      navigationType === 'traverse' || (navigationType === 'push' && navigator.userActivation.isActive);
    const isElsewhere = new URL(from.url ?? location.href).pathname !== location.pathname;
    if (isTrusted && isAsked && isElsewhere) recorder.work(() => begin(performance.now(), location.href));
  };
  navigation.addEventListener('currententrychange', onChange);
  return { stop: () => navigation.removeEventListener('currententrychange', onChange) };
}
