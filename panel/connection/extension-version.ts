export function readExtensionVersion(): string {
  return chrome.runtime.getManifest().version;
}
