import { BaseElement } from './base-element';

interface RichNode {
  readonly type?: 'text' | 'node';
  readonly name?: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, string>>;
  readonly children?: readonly RichNode[];
}

/** Tags and attributes that rich-text keeps: https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html */
const TAGS = new Set(
  'a abbr b blockquote br code del div em h1 h2 h3 h4 h5 h6 hr i img li ol p pre s small span strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['class', 'style', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan']);

export class RichTextElement extends BaseElement {
  protected override changed(name: string, value: unknown): void {
    if (name !== 'nodes') return;
    const nodes = Array.isArray(value) ? (value as RichNode[]).map(nodeOf) : parse(String(value ?? ''));
    this.replaceChildren(...nodes);
  }
}

function nodeOf(node: RichNode): Node {
  if (node.type === 'text' || !node.name) return document.createTextNode(node.text ?? '');
  const children = (node.children ?? []).map(nodeOf);
  return elementFor(node.name, Object.entries(node.attrs ?? {}), children);
}

function elementFor(
  name: string,
  attributes: readonly (readonly [string, string])[],
  children: Node[],
): Node {
  const tag = name.toLowerCase();
  const element = document.createElement(TAGS.has(tag) ? tag : 'span');
  for (const [key, value] of attributes) if (ATTRIBUTES.has(key)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Parses HTML in an inert document; only listed tags are kept. */
function parse(html: string): Node[] {
  const clean = (node: Node): Node => {
    if (!(node instanceof Element)) return document.createTextNode(node.textContent ?? '');
    if (['SCRIPT', 'STYLE'].includes(node.tagName)) return document.createTextNode('');
    const attributes = [...node.attributes].map(({ name, value }) => [name, value] as const);
    return elementFor(node.tagName, attributes, [...node.childNodes].map(clean));
  };
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(clean);
}
