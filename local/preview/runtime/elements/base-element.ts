import type * as glassEasel from 'glass-easel';
import type { BackendElement } from '../framework/backend';
import { fire } from '../framework/framework-patches';
import { reportError } from '../problem-log';
import { playAnimation } from './play-animation';

/** A built-in component. Attributes arrive raw through `set`, in any order, before or after it is attached. */
export class BaseElement extends HTMLElement implements BackendElement {
  declare __wxElement?: glassEasel.Element;
  declare models?: Record<string, (value: unknown) => void>;
  readonly props: Record<string, unknown> = {};
  private isBuilt = false;

  set(written: string, value: unknown): void {
    const name = written.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    this.props[name] = value;
    this.reflect(name === 'aria-role' ? 'role' : name, value);
    if (name === 'animation') playAnimation(this, value).catch(reportError);
    this.changed(name, value);
  }

  /** Styles and assistive technology read attributes. */
  private reflect(name: string, value: unknown): void {
    const isText = value !== null && value !== undefined && typeof value !== 'object';
    if (!isText || (value === false && !name.startsWith('aria-'))) this.removeAttribute(name);
    else this.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value));
  }

  connectedCallback(): void {
    if (this.isBuilt) return;
    this.isBuilt = true;
    this.build();
  }

  /** Called once, when the element is in the document for the first time. */
  protected build(): void {}

  /** Called for each attribute that the template sets. */
  protected changed(_name: string, _value: unknown): void {}

  protected fire(type: string, detail: unknown = {}, options: glassEasel.EventOptions = {}): void {
    fire(this, type, detail, options);
  }

  /** Listens to `tap`, which reaches the element also from its children. */
  protected onTap(handle: () => void): void {
    this.__wxElement?.addListener('tap', handle);
  }

  /** Adopts a value from the user, with two-way binding. */
  protected adopt(name: string, value: unknown): void {
    this.props[name] = value;
    this.models?.[name]?.(value);
  }

  text(name: string): string {
    const value = this.props[name];
    return value === null || value === undefined ? '' : String(value);
  }

  number(name: string, otherwise: number): number {
    const value = Number.parseFloat(this.text(name));
    return Number.isFinite(value) ? value : otherwise;
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.props[name];
    return value === undefined ? otherwise : value !== false && value !== 'false' && value !== null;
  }
}

/** A part of a built-in that is not a node of the template. */
export function addPart<Tag extends keyof HTMLElementTagNameMap>(
  owner: HTMLElement,
  tag: Tag,
  className = '',
): HTMLElementTagNameMap[Tag] {
  const part = document.createElement(tag);
  if (className) part.className = className;
  owner.prepend(part);
  return part;
}
