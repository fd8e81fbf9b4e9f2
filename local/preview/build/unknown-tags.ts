import { BUILT_IN_TAGS } from '../shared/built-in-tags';
import type { ComponentNode } from './component-graph';
import type { SourceFiles } from './source-files';

const SYNTAX_TAGS = new Set(['block', 'template', 'slot', 'import', 'include', 'wxs']);

/** Reports every tag of a component's WXML that is neither built in nor registered, with its place. */
export function checkTags(files: SourceFiles, node: ComponentNode): void {
  const file = `${node.path}.wxml`;
  if (!files.has(file)) return;
  const { usingComponents = {}, componentGenerics = {} } = node.json;
  const isKnown = (tag: string): boolean =>
    BUILT_IN_TAGS.has(tag) || SYNTAX_TAGS.has(tag) || tag in usingComponents || tag in componentGenerics;
  for (const { tag, line, column } of tagsOf(files.read(file))) {
    if (isKnown(tag)) continue;
    files.problems.push({
      kind: 'tag',
      message: `<${tag}> is neither built in nor registered`,
      place: `${file}:${line}:${column}`,
    });
  }
}

interface TagPlace {
  readonly tag: string;
  readonly line: number;
  readonly column: number;
}

/** Opening tags outside of comments, WXS and expressions. */
export function tagsOf(source: string): TagPlace[] {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  const clean = source
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(
      /(<wxs\b[^>]*[^/]>)([\s\S]*?)(<\/wxs>)/g,
      (_, open: string, body: string, end: string) => open + blank(body) + end,
    )
    .replace(/\{\{[\s\S]*?\}\}/g, blank);
  // Quoted attributes are part of the match, so that markup inside them does not count.
  const tags = /<([a-zA-Z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/g;
  return [...clean.matchAll(tags)].map((match) => {
    const before = clean.slice(0, match.index).split('\n');
    return { tag: match[1] ?? '', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  });
}
