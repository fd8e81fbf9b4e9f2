import type { GeneralComponent } from 'glass-easel';
import type { BaseElement } from './base-element';

/** Class names of a template as they are in the DOM: with the style scope of the component that defines them. */
export function scopedClasses({ __wxElement: element }: BaseElement, names: string): string {
  const host = element?.ownerShadowRoot?.getHostNode() as GeneralComponent | undefined;
  if (!host) return names;
  const { styleScope, extraStyleScope } = host.getComponentOptions();
  const manager = host.getRootBehavior().ownerSpace.styleScopeManager;
  const scopes = [styleScope, extraStyleScope].filter((scope) => scope !== undefined && scope !== null);
  const prefixes = scopes.map((scope) => manager.queryName(scope)).map((name) => (name ? `${name}--` : ''));
  const classes = names.split(/\s+/).filter(Boolean);
  return [
    ...new Set([...classes, ...prefixes.flatMap((prefix) => classes.map((name) => prefix + name))]),
  ].join(' ');
}
