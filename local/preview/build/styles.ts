import path from 'node:path';
import postcss, { type AtRule, type Root } from 'postcss';
import { isNpm } from '../shared/npm';
import type { ComponentNode } from './component-graph';
import { rewriteDarkMedia } from './dark-media';
import { rpxToVw } from './rpx';
import { scopeSelector } from './scope-selector';
import type { SourceFiles } from './source-files';
import { inlineVantFont } from './vant-font';

export interface Styles {
  /** Components first, then app.wxss: one sheet for the whole phone. */
  readonly common: string;
  /** A page's own sheet applies only while the page is shown. */
  readonly pages: Readonly<Record<string, string>>;
}

/** Compiles app.wxss and the WXSS of every page and component. */
export function compileStyles(files: SourceFiles, nodes: readonly ComponentNode[]): Styles {
  const pages: Record<string, string> = {};
  const common: string[] = [];
  for (const { path: logical, scope, isPage } of nodes) {
    const css = compileSheet(files, `${logical}.wxss`, scope);
    if (isPage) pages[logical] = css;
    else common.push(css);
  }
  return { common: [...common, compileSheet(files, 'app.wxss', '')].filter(Boolean).join('\n'), pages };
}

function compileSheet(files: SourceFiles, file: string, scope: string): string {
  if (!files.has(file)) return '';
  try {
    const root = parseWithImports(files, file, []);
    inlineVantFont(root);
    reportLocalPictures(files, file, root);
    rewriteRules(root, scope);
    rewriteDarkMedia(root);
    return root.toString();
  } catch (error) {
    const { message } = error as Error;
    files.problems.push({
      kind: 'wxss',
      level: 'fault',
      message: message.replace(`${files.root}/`, ''),
      place: file,
    });
    return '';
  }
}

/** WXSS supports pictures from the network or as base64 only. */
function reportLocalPictures(files: SourceFiles, file: string, root: Root): void {
  if (isNpm(file)) return;
  root.walkDecls((declaration) => {
    const target = /url\(\s*['"]?([^'")]+)/.exec(declaration.value)?.[1];
    if (!target || /^(data:|https?:|cloud:|\/\/)/.test(target)) return;
    const { line = 1, column = 1 } = declaration.source?.start ?? {};
    const message = `${target}: WXSS cannot show a local picture`;
    files.problems.push({ kind: 'wxss', level: 'fault', message, place: `${file}:${line}:${column}` });
  });
}

function parseWithImports(files: SourceFiles, file: string, parents: readonly string[]): Root {
  const root = postcss.parse(files.read(file), { from: files.absolute(file) });
  root.walkAtRules('import', (rule) => {
    const target = importTarget(rule, file);
    if (!files.has(target)) {
      const { line = 1, column = 1 } = rule.source?.start ?? {};
      const place = `${file}:${line}:${column}`;
      files.problems.push({ kind: 'wxss', level: 'fault', message: `${target} is not there`, place });
      rule.remove();
    } else if (target === file || parents.includes(target)) rule.remove();
    else rule.replaceWith(parseWithImports(files, target, [...parents, file]).nodes);
  });
  return root;
}

function importTarget(rule: AtRule, from: string): string {
  const written = /['"](.+?)['"]/.exec(rule.params)?.[1] ?? '';
  if (written.startsWith('/')) return written.slice(1);
  return path.posix.join(path.posix.dirname(from), written);
}

function rewriteRules(root: Root, scope: string): void {
  root.walkDecls((declaration) => {
    // The pages of the platform are loaded over HTTPS, those of the preview are not.
    declaration.value = declaration.value.replace(/url\((\s*['"]?)\/\//g, 'url($1https://');
    declaration.value = outsideUrls(declaration.value, (value) =>
      safeAreaToVariable(vhToPage(rpxToVw(value))),
    );
  });
  root.walkAtRules((rule) => {
    rule.params = rpxToVw(rule.params);
  });
  root.walkRules((rule) => {
    const isFrame = rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name);
    if (!isFrame) rule.selector = scopeSelector(rule.selector, scope);
  });
}

/** The base64 of a data URL may contain what looks like a length. */
function outsideUrls(value: string, change: (part: string) => string): string {
  return value
    .split(/(url\([^)]*\))/)
    .map((part) => (part.startsWith('url(') ? part : change(part)))
    .join('');
}

/** `100vh` is the height of the page's own window, without navigation bar and tab bar. */
function vhToPage(value: string): string {
  if (!value.includes('vh')) return value;
  return value.replace(/(-?\d*\.?\d+)vh\b/g, (_, vh: string) => `${vh}cqh`);
}

/** The simulated phone defines its own safe area. */
function safeAreaToVariable(value: string): string {
  return value.replace(/\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)/g, 'var(--mp-safe-$1');
}
