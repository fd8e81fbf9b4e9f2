import { type ComponentSource, defineComponent, type Templates } from './code-space';

/** Components that no page has needed yet, by path. */
const waiting = new Map<string, { readonly source: ComponentSource; readonly templates: Templates }>();

/**
 * Scripts run when a page that needs them is opened for the first time, as `lazyCodeLoading` of app.json says:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/lazyload.html
 */
export function defineWhenNeeded(components: readonly ComponentSource[], templates: Templates): void {
  for (const source of components) waiting.set(source.path, { source, templates });
}

/** Defines a page or component that is about to be created, and all that it may use. */
export function defineNeeded(path: string): void {
  const found = waiting.get(path);
  if (!found) return;
  waiting.delete(path);
  defineComponent(found.source, found.templates);
  defineUsed(found.source);
}

/** Defines what a component may use. Those of subpackages that are not loaded yet are none of these. */
export function defineUsed({
  json: { usingComponents = {}, componentGenerics = {} },
}: ComponentSource): void {
  const defaults = Object.values(componentGenerics).map((each) => (each === true ? undefined : each.default));
  for (const used of [...Object.values(usingComponents), ...defaults])
    if (used !== undefined) defineNeeded(used.slice(1));
}
