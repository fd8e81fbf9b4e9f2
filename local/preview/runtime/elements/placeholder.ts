import { rpxToVw } from '../../build/rpx';
import type { BaseElement } from './base-element';
import { scopedClasses } from './scoped-classes';

/**
 * The placeholder with `placeholder-class` and `placeholder-style`, which the browser's own cannot take: drawn over
 * the empty control, whose native one stays for assistive technology.
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
