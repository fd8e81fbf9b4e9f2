import { readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type Declaration, type Root, type Rule } from 'postcss';
import { filesBelow } from '../lib/files';

/**
 * CSS that the oldest browsers under WeChat do not know: Safari of iOS 13, and Chrome 86 of Android's XWeb. They
 * ignore such declarations silently, so a page would look wrong on a few phones only.
 */
const TOO_NEW: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['inset (iOS 14.5)', /^inset(-|:)/],
  ['aspect-ratio (iOS 15)', /^aspect-ratio:/],
  ['accent-color (iOS 15.4)', /^accent-color:/],
  ['overflow: clip (iOS 16)', /^overflow(-[xy])?:.*\bclip\b/],
  ['dvh, svh, lvh (iOS 15.4)', /:.*\d[dsl]v[hw]\b/],
  ['color-mix() (iOS 16.2)', /:.*\bcolor-mix\(/],
  [
    'overflow-wrap: anywhere (iOS 15.4; word-break: break-word does the same)',
    /^overflow-wrap:.*\banywhere\b/,
  ],
  ['text-wrap (iOS 17.4)', /^text-wrap:/],
  ['margin-inline, padding-block … (iOS 14.5)', /^(margin|padding)-(inline|block):/],
  ['rotate, scale, translate as properties (iOS 14.5)', /^(rotate|scale|translate):/],
  ['content-visibility (iOS 18)', /^content-visibility:/],
];
const TOO_NEW_SELECTORS = /:(is|where|has|focus-visible)\b/;
const TOO_NEW_RULES = /^(container|layer|property|scope|starting-style)$/;

const hasGrid = (rule: Rule): boolean =>
  rule.some((node) => node.type === 'decl' && node.prop === 'display' && /grid$/.test(node.value));

/** Selectors that the file lays out as a grid, where a gap is as old as iOS 12. */
function gridSelectors(root: Root): Set<string> {
  const found = new Set<string>();
  root.walkRules((rule) => {
    if (hasGrid(rule)) for (const selector of rule.selectors) found.add(selector);
  });
  return found;
}

const isGap = ({ prop }: Declaration): boolean => /^(row-|column-)?gap$/.test(prop);

function declarationProblems(root: Root): [string, Declaration][] {
  const grids = gridSelectors(root);
  const found: [string, Declaration][] = [];
  root.walkDecls((declaration) => {
    const rule = declaration.parent as Rule;
    if (isGap(declaration) && !rule.selectors.every((selector) => grids.has(selector)))
      found.push(['gap outside of a grid (iOS 14.5)', declaration]);
    const text = `${declaration.prop}:${declaration.value}`;
    for (const [what, pattern] of TOO_NEW) if (pattern.test(text)) found.push([what, declaration]);
  });
  return found;
}

/** Every use of such CSS in the sheets of the Mini Program, with its place. */
export function newCssProblems(root: string): string[] {
  const sheets = filesBelow(root, ['miniprogram_npm']).filter((file) => file.endsWith('.wxss'));
  return sheets.flatMap((file) => {
    const sheet = postcss.parse(readFileSync(file, 'utf8'));
    const place = (line: number | undefined) => `${path.relative(path.dirname(root), file)}:${line}`;
    const problems = declarationProblems(sheet).map(
      ([what, { source }]) => `${place(source?.start?.line)}: ${what}`,
    );
    sheet.walkRules(({ selector, source }) => {
      if (TOO_NEW_SELECTORS.test(selector)) problems.push(`${place(source?.start?.line)}: ${selector}`);
    });
    sheet.walkAtRules(TOO_NEW_RULES, ({ name, source }) => {
      problems.push(`${place(source?.start?.line)}: @${name}`);
    });
    return problems;
  });
}
