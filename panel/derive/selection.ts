import type { Cause, CauseKind } from '../../src/domain/cause.ts';
import { resourceName } from '../../src/domain/causes/words.ts';
import { templatePath } from '../../src/domain/match/template-path.ts';
import type { Party, ResourceType } from '../../src/domain/snapshot.ts';

/**
 * What is lit up in every view of a comparison: a cause with the resources it stands for, or a resource with the causes
 * it has. Resources go by the name that causes give them: a path on the page's own site, else a URL.
 */
export interface Selection {
  readonly cause?: string;
  readonly resources: readonly string[];
}

/** A resource in a view, under all the names it has in either load. */
export interface NamedResource {
  readonly names: readonly string[];
  readonly type: ResourceType;
}

/** Causes that are about the document although they do not name it. */
const ABOUT_DOCUMENT: ReadonlySet<CauseKind> = new Set([
  'slow-document',
  'redirect',
  'dom-size',
  'html-parse',
  'html-download',
  'inline-script',
]);

/** The same for the same cause of another metric. */
export function keyOfCause({ kind, resource }: Cause): string {
  return resource === undefined ? kind : `${kind} ${resource}`;
}

export function selectCause(cause: Cause, document: string | undefined): Selection {
  return { cause: keyOfCause(cause), resources: listMembers(cause, document) };
}

export function selectResource({ names }: NamedResource): Selection {
  return { resources: names };
}

export function isCauseLit(
  cause: Cause,
  selection: Selection | undefined,
  document: string | undefined,
): boolean {
  if (!selection) return false;
  if (selection.cause !== undefined) return selection.cause === keyOfCause(cause);
  return listMembers(cause, document).some((name) => selection.resources.includes(name));
}

export function isResourceLit(resource: NamedResource, selection: Selection | undefined): boolean {
  return selection !== undefined && selection.resources.some((name) => isNamed(resource, name));
}

/** Looks up the ranks, from 1, of the causes that a resource belongs to: made once, asked for every row. */
export function indexCauses(
  causes: readonly Cause[],
  document: string | undefined,
): (resource: NamedResource) => readonly number[] {
  const byName = new Map<string, Set<number>>();
  const byTemplate = new Map<string, Set<number>>();
  for (const [index, cause] of causes.entries()) {
    for (const name of listMembers(cause, document)) {
      byName.set(name, (byName.get(name) ?? new Set()).add(index + 1));
      const template = templateOf(name);
      byTemplate.set(template, (byTemplate.get(template) ?? new Set()).add(index + 1));
    }
  }
  return ({ names, type }) => {
    const ranks = names.flatMap((name) => [
      ...(byName.get(name) ?? []),
      ...((type === 'fetch' && byTemplate.get(templateOf(name))) || []),
    ]);
    return [...new Set(ranks)].sort((x, y) => x - y);
  };
}

/** The names of a resource whose URL changed, the present one first. */
export function nameResource({
  url,
  previousUrl,
  party,
  type,
}: {
  readonly url: string;
  readonly previousUrl?: string;
  readonly party: Party;
  readonly type: ResourceType;
}): NamedResource {
  const urls = previousUrl === undefined ? [url] : [url, previousUrl];
  return { names: urls.map((each) => resourceName({ url: each, party })), type };
}

function listMembers({ kind, resource, resources }: Cause, document: string | undefined): readonly string[] {
  if (resources) return resources;
  if (resource !== undefined) return [resource];
  return ABOUT_DOCUMENT.has(kind) && document !== undefined ? [document] : [];
}

/** API calls of one template are one row: the ids in their paths do not tell them apart. */
function isNamed({ names, type }: NamedResource, name: string): boolean {
  if (names.includes(name)) return true;
  return type === 'fetch' && names.some((own) => templateOf(own) === templateOf(name));
}

function templateOf(name: string): string {
  const [, origin = '', path = name] = /^(https?:\/\/[^/]+)(.*)$/.exec(name) ?? [];
  return origin + templatePath(path);
}
