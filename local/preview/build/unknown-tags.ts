import { attributeFault } from '../shared/built-in-attributes';
import { BUILT_IN_TAGS } from '../shared/built-in-tags';
import { unknownTagLevel } from '../shared/html-tags';
import type { Problem } from '../shared/problem';
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
  const told = new Set<string>();
  for (const { tag, attributes, line, column } of tagsOf(files.read(file))) {
    if (isKnown(tag)) {
      if (tag in usingComponents || tag in componentGenerics) continue;
      for (const found of attributeProblems(tag, attributes)) {
        if (!told.has(found.message))
          files.problems.push({ kind: 'tag', ...found, place: `${file}:${line}:${column}` });
        told.add(found.message);
      }
      continue;
    }
    files.problems.push({
      kind: 'tag',
      level: unknownTagLevel(tag),
      message: `<${tag}> is neither built in nor registered`,
      place: `${file}:${line}:${column}`,
    });
  }
}

/** WeChat ignores unknown attributes. */
function attributeProblems(tag: string, attributes: readonly string[]): Pick<Problem, 'level' | 'message'>[] {
  return attributes.flatMap((name): Pick<Problem, 'level' | 'message'>[] => {
    const fault = attributeFault(tag, name);
    // Observed by WXS.
    const isWatched = attributes.includes(`change:${name}`);
    if (fault === null || isWatched) return [];
    return fault === 'ignored'
      ? [{ level: 'fault', message: `<${tag} ${name}> is ignored by the preview` }]
      : [{ level: 'hint', message: `<${tag}> has no attribute "${name}"` }];
  });
}

interface TagPlace {
  readonly tag: string;
  /** Names as they are written. */
  readonly attributes: readonly string[];
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
  const tags = /<([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
  return [...clean.matchAll(tags)].map((match) => {
    const before = clean.slice(0, match.index).split('\n');
    const attributes = namesIn(match[2] ?? '');
    return { tag: match[1] ?? '', attributes, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  });
}

/** Names of the attributes in an opening tag. */
function namesIn(text: string): string[] {
  const found = text.matchAll(/([\w:.-]+)\s*(?:=\s*(?:"[^"]*"|'[^']*'))?/g);
  return [...found].map((match) => match[1] ?? '');
}
