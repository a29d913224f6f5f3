import type { Environment } from '../src/domain/capture.ts';

interface NavigatorHints {
  readonly userAgentData?: { readonly mobile: boolean };
  readonly connection?: {
    readonly effectiveType?: string;
    readonly rtt?: number;
    readonly saveData?: boolean;
  };
}

/** The device as the page sees it. The client hint is missing on plain http, where the user agent string decides. */
export function readEnvironment(): Environment {
  const { userAgentData, connection } = navigator as NavigatorHints;
  return {
    viewportWidth: innerWidth,
    viewportHeight: innerHeight,
    devicePixelRatio,
    mobile: userAgentData?.mobile ?? /\bMobi/.test(navigator.userAgent),
    cores: navigator.hardwareConcurrency,
    effectiveType: connection?.effectiveType,
    roundTripTime: connection?.rtt,
    saveData: connection?.saveData,
  };
}
