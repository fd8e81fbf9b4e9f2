import type { GeneralComponent } from 'glass-easel';
import { rpxToVw } from '../../build/rpx';
import type { BaseElement } from './base-element';

/** Class names of a template as they are in the DOM: with the style scope of the component that wrote them. */
function scopedClasses({ __wxElement: element }: BaseElement, names: string): string {
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

/**
 * The placeholder with `placeholder-class` and `placeholder-style`, which the browser's own cannot take:
 * drawn over the empty control, whose own one stays for assistive technology.
 */
export function drawPlaceholder(owner: BaseElement, control: HTMLInputElement | HTMLTextAreaElement): void {
  const names = String(owner.props['placeholder-class'] ?? '');
  const style = String(owner.props['placeholder-style'] ?? '');
  const existing = owner.querySelector<HTMLElement>(':scope > .mp-placeholder');
  control.classList.toggle('mp-own-placeholder', names !== '' || style !== '');
  if ((names === '' && style === '') || control.value !== '') {
    existing?.remove();
    return;
  }
  const label = existing ?? owner.appendChild(document.createElement('div'));
  label.className = `mp-placeholder ${scopedClasses(owner, names)}`;
  label.style.cssText = rpxToVw(style);
  label.ariaHidden = 'true';
  label.textContent = control.placeholder;
}
