import { BaseElement } from './base-element';

/**
 * A built-in whose children are placed in an inner box. The framework adds them by `appendChild` and similar; the
 * element itself adds the box with `append`.
 */
export abstract class ForwardingElement extends BaseElement {
  protected readonly box = document.createElement('div');

  override appendChild<Child extends Node>(child: Child): Child {
    return this.box.appendChild(child);
  }

  override insertBefore<Child extends Node>(child: Child, before: Node | null): Child {
    return this.box.insertBefore(child, before);
  }

  override removeChild<Child extends Node>(child: Child): Child {
    return this.box.removeChild(child);
  }

  override replaceChild<Child extends Node>(child: Node, old: Child): Child {
    return this.box.replaceChild(child, old);
  }
}
