import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Attributes that are read by people. */
const WORDED_ATTRIBUTES: ReadonlySet<string> = new Set([
  'title',
  'alt',
  'placeholder',
  'aria-label',
  'aria-valuetext',
  'label',
  'legend',
  'hint',
  'every',
  'why',
]);

/** The same as properties of what is shown. */
const WORDED_PROPERTIES: ReadonlySet<string> = new Set([
  'text',
  'label',
  'title',
  'why',
  'meaning',
  'detail',
  'note',
  'summary',
]);

/** What is written for the style sheet, and types. */
const UNREAD_ATTRIBUTES: ReadonlySet<string> = new Set(['class', 'style', 'd', 'viewBox', 'accept']);
const UNREAD_NODES: ReadonlySet<string> = new Set(['ImportDeclaration', 'TSLiteralType', 'TSTypeReference']);

const LETTERS = /\p{L}{2,}/u;
const SENTENCE = /\p{L}{2,}[,;:.]? \p{L}{2,}/u;

/** A word between two values of a template, or behind one. */
const JOINING_WORD = /\s\p{Ll}{2,}\s|^ \p{Ll}{3,}$/u;

/**
 * The texts that a source of the interface has in itself instead of in `_locales`: between tags, in attributes and
 * properties that are read, and every sentence. `isKey` tells the keys of texts, which look like words.
 */
export function findHardCoded(name: string, source: string, isKey: (text: string) => boolean): string[] {
  const found: string[] = [];
  const add = (text: string, pattern: RegExp): void => {
    if (pattern.test(text) && !isKey(text)) found.push(text.trim());
  };
  const visit = (node: Node): void => {
    if (UNREAD_NODES.has(node.type)) return;
    if (node.type === 'JSXAttribute') {
      const attribute = nameOf(node['name']);
      if (UNREAD_ATTRIBUTES.has(attribute)) return;
      if (WORDED_ATTRIBUTES.has(attribute)) listWords(node['value']).forEach((text) => add(text, LETTERS));
    }
    if (node.type === 'JSXElement' && nameOf(child(node['openingElement'])?.['name']) === 'code') return;
    if (node.type === 'JSXText') add(String(node['value']), LETTERS);
    if (node.type === 'Property' && WORDED_PROPERTIES.has(nameOf(node['key']))) {
      listWords(node['value']).forEach((text) => add(text, LETTERS));
    }
    for (const inner of listChildren(node)) {
      if (node.type === 'JSXElement' && inner.type === 'JSXExpressionContainer') {
        listWords(inner).forEach((text) => add(text, LETTERS));
      }
    }
    if (node.type === 'Literal' && typeof node['value'] === 'string') add(node['value'], SENTENCE);
    if (node.type === 'TemplateLiteral') {
      for (const text of listWords(node)) add(text, SENTENCE.test(text) ? SENTENCE : JOINING_WORD);
    }
    listChildren(node).forEach(visit);
  };
  visit(parseSync(name, source).program as unknown as Node);
  return [...new Set(found)];
}

/** The strings that an expression may come to: of both branches, and between the values of a template. */
function listWords(value: unknown): string[] {
  const node = child(value);
  if (!node) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateLiteral':
      return children(node['quasis']).map((quasi) => (quasi['value'] as { cooked: string }).cooked);
    case 'JSXExpressionContainer':
      return listWords(node['expression']);
    case 'ConditionalExpression':
      return [...listWords(node['consequent']), ...listWords(node['alternate'])];
    case 'LogicalExpression':
      return [...listWords(node['left']), ...listWords(node['right'])];
    default:
      return [];
  }
}

function listChildren(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? children(value) : (child(value) ?? []),
  );
}

function children(values: unknown): Node[] {
  return (values as unknown[]).flatMap((value) => child(value) ?? []);
}

function child(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && 'type' in value ? (value as Node) : undefined;
}

function nameOf(value: unknown): string {
  const node = child(value);
  return typeof node?.['name'] === 'string' ? node['name'] : '';
}
