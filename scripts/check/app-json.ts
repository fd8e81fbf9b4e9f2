import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, isFile, readJson } from '../lib/files';
import { themeProblems } from './app-theme';
import { npmPlaces } from './compiled/module-graph';
import { iconProblems } from './tab-icon';

export interface AppJson {
  readonly pages?: readonly string[];
  readonly subPackages?: readonly Subpackage[];
  readonly subpackages?: readonly Subpackage[];
  readonly preloadRule?: Readonly<Record<string, { readonly packages: readonly string[] }>>;
  readonly tabBar?: { readonly list: readonly TabItem[] };
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly componentPlaceholder?: Readonly<Record<string, string>>;
  readonly themeLocation?: string;
  readonly sitemapLocation?: string;
}

interface Subpackage {
  readonly root: string;
  readonly name?: string;
  readonly pages: readonly string[];
}

interface TabItem {
  readonly pagePath: string;
  readonly text: string;
  readonly iconPath?: string;
  readonly selectedIconPath?: string;
}

/** Built-in components that stand for others. */
const BUILT_IN_PLACEHOLDERS = ['view'];
const PAGE_PARTS = ['ts', 'wxml', 'json'];

/** Checks app.json against the files of `root`: errors that DevTools shows only when the page is opened. */
export function appJsonProblems(root: string): string[] {
  const app = readJson<AppJson>(path.join(root, 'app.json'));
  const mainPages = app.pages ?? [];
  const packages = app.subPackages ?? app.subpackages ?? [];
  const pages = [...mainPages, ...packages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))];
  return [
    ...duplicates(pages).map((page) => `app.json: page ${page} is listed twice`),
    ...pages.flatMap((page) => pageProblems(root, page)),
    ...orphanProblems(root, pages),
    ...preloadProblems(app, pages, packages),
    ...tabBarProblems(root, app, mainPages),
    ...componentProblems(root, packages),
    ...unusedComponents(root),
    ...themeProblems(root, app.themeLocation),
    ...(app.sitemapLocation && !isFile(path.join(root, app.sitemapLocation))
      ? [`app.json: ${app.sitemapLocation} is missing`]
      : []),
  ];
}

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) !== at);
}

function pageProblems(root: string, page: string): string[] {
  return PAGE_PARTS.filter((part) => !isFile(path.join(root, `${page}.${part}`))).map(
    (part) => `app.json: page ${page} has no ${page}.${part}`,
  );
}

/** Unused templates: neither page, nor component, nor part of another template. */
function orphanProblems(root: string, pages: readonly string[]): string[] {
  const templates = sources(root, '.wxml');
  const included = templates.flatMap((file) => includedBy(root, file));
  return templates
    .filter((file) => !included.includes(file))
    .map((file) => file.replace(/\.wxml$/, ''))
    .filter((base) => !pages.includes(base) && !isComponent(root, base))
    .map((base) => `${base}.wxml: no page of app.json, no component, and no template includes it`);
}

function includedBy(root: string, file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/<(?:import|include)\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']/g)].map(
    ([, target = '']) => {
      const found = target.startsWith('/')
        ? target.slice(1)
        : path.posix.join(path.posix.dirname(file), target);
      return found.endsWith('.wxml') ? found : `${found}.wxml`;
    },
  );
}

function isComponent(root: string, base: string): boolean {
  const file = path.join(root, `${base}.json`);
  return isFile(file) && readJson<{ component?: boolean }>(file).component === true;
}

function preloadProblems(app: AppJson, pages: readonly string[], packages: readonly Subpackage[]): string[] {
  const names = packages.flatMap(({ root, name }) => [root, name ?? root]);
  return Object.entries(app.preloadRule ?? {}).flatMap(([page, rule]) => [
    ...(pages.includes(page) ? [] : [`app.json: preloadRule names the unknown page ${page}`]),
    ...rule.packages
      .filter((name) => !names.includes(name))
      .map((name) => `app.json: preloadRule of ${page} names the unknown package ${name}`),
  ]);
}

function tabBarProblems(root: string, app: AppJson, mainPages: readonly string[]): string[] {
  const list = app.tabBar?.list ?? [];
  const problems = list
    .filter(({ pagePath }) => !mainPages.includes(pagePath))
    .map(({ pagePath }) => `app.json: tab ${pagePath} is not a page of the main package`);
  if (app.tabBar && (list.length < 2 || list.length > 5))
    problems.push('app.json: a tab bar has 2 to 5 tabs');
  const icons = list.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath]);
  const plain = icons.filter((icon): icon is string => icon !== undefined && !icon.startsWith('@'));
  return [...problems, ...plain.flatMap((icon) => iconProblems(root, icon))];
}

/**
 * Every component exists, and nobody uses a component from inside another subpackage without a placeholder, which is built in
 * or a component of the user.
 */
function componentProblems(root: string, packages: readonly Subpackage[]): string[] {
  return sources(root, '.json').flatMap((file) => {
    const { usingComponents = {}, componentPlaceholder = {} } = readJson<AppJson>(path.join(root, file));
    const used = Object.entries(usingComponents).flatMap(([name, target]) => {
      const found = resolveComponent(root, file, target);
      if (!found) return [`${file}: component ${name} (${target}) is missing`];
      const owner = packages.find((sub) => found.startsWith(`${sub.root}/`));
      const foreign = owner && !file.startsWith(`${owner.root}/`);
      return foreign && !componentPlaceholder[name]
        ? [`${file}: component ${name} lies in the subpackage ${owner.root} and has no placeholder`]
        : [];
    });
    return [...used, ...placeholderProblems(file, usingComponents, componentPlaceholder)];
  });
}

function placeholderProblems(
  file: string,
  using: Readonly<Record<string, string>>,
  placeholders: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(placeholders)
    .filter(([tag, stand]) => !using[tag] || (!using[stand] && !BUILT_IN_PLACEHOLDERS.includes(stand)))
    .map(([tag, stand]) => `${file}: placeholder ${stand} of ${tag} is no component here`);
}

/** Components that no page and no other component uses. */
function unusedComponents(root: string): string[] {
  const files = sources(root, '.json');
  const used = files.flatMap((file) => {
    const { usingComponents = {} } = readJson<AppJson>(path.join(root, file));
    return Object.values(usingComponents).map((target) => resolveComponent(root, file, target));
  });
  return files
    .map((file) => file.replace(/\.json$/, ''))
    .filter((base) => isComponent(root, base) && !used.includes(base))
    .map((base) => `${base}.json: nothing uses this component`);
}

function resolveComponent(root: string, user: string, target: string): string | undefined {
  const folder = path.posix.dirname(user);
  const places = target.startsWith('/')
    ? [target.slice(1)]
    : [path.posix.join(folder, target), target, ...npmPlaces(user, target)];
  return places
    .flatMap((place) => [place, `${place}/index`])
    .find((place) => ['.json', '.wxml'].every((part) => isFile(path.join(root, place + part))));
}

/** Own files of one kind, relative to `root`. */
function sources(root: string, kind: string): string[] {
  return filesBelow(root, ['miniprogram_npm'])
    .filter((file) => file.endsWith(kind))
    .map((file) => path.relative(root, file).split(path.sep).join('/'));
}
