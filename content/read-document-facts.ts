import type { DocumentFacts } from '../src/domain/capture.ts';
import { MAX_DOCUMENT_SCRIPTS } from '../src/domain/limits.ts';
import { cutOptionalText, cutUrl } from './moments.ts';

/** Types of script elements that run something; data blocks (JSON, import maps, templates) have others. */
const RUNS = /^$|^module$|javascript/i;

const BUILD = 'meta:is([name=version],[name=commit],[name=build],[name=revision])';

/**
 * What the markup says of the page now: how its scripts are loaded, how large it is, and which build it is of. With
 * the number of scripts that exceeded the bound.
 */
export function readDocumentFacts(): [facts: DocumentFacts, droppedScripts: number] {
  const running = [...document.scripts].filter((script) => RUNS.test(script.type));
  // The attribute, not the property, which resolves a URL every time it is read.
  const external = running.filter((script) => script.getAttribute('src'));
  const scripts = external.slice(0, MAX_DOCUMENT_SCRIPTS).map(describeScript);
  const facts = {
    elements: document.getElementsByTagName('*').length,
    inlineScripts: running.length - external.length,
    scripts,
    build: cutOptionalText(document.querySelector<HTMLMetaElement>(BUILD)?.content),
  };
  return [facts, external.length - scripts.length];
}

function describeScript(script: HTMLScriptElement): DocumentFacts['scripts'][number] {
  const { src, async, defer, type } = script;
  return {
    url: cutUrl(src),
    async,
    defer,
    module: type === 'module',
    inHead: script.closest('head') !== null,
  };
}
