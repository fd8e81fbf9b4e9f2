import { BaseElement } from './base-element';

/** Maximum distance beyond the edge where `out-of-bounds` allows it, px. */
const PULL_PX = 60;

interface Position {
  readonly x: number;
  readonly y: number;
}
interface Drag extends Position {
  readonly pointer: number;
  /** Start position of the finger. */
  readonly from: Position;
  /** Of the first move: the view then fires `htouchmove` or `vtouchmove`. */
  axis: 'x' | 'y' | '';
}

export class MovableAreaElement extends BaseElement {}

/** https://developers.weixin.qq.com/miniprogram/dev/component/movable-view.html; it stops where the finger does. */
export class MovableViewElement extends BaseElement {
  private position: Position = { x: 0, y: 0 };
  private drag: Drag | null = null;

  protected override build(): void {
    this.addEventListener('pointerdown', (event) => this.begin(event));
    this.addEventListener('pointermove', (event) => this.move(event));
    for (const type of ['pointerup', 'pointercancel'] as const)
      this.addEventListener(type, (event) => this.end(event));
    // The size of the area is known once the page is laid out.
    requestAnimationFrame(() => this.place(this.asked(), ''));
  }

  protected override changed(name: string): void {
    if (!this.isConnected) return;
    if (name === 'x' || name === 'y') this.place(this.asked(), '');
    if (name.startsWith('scale')) this.draw();
  }

  private asked(): Position {
    return { x: this.number('x', 0), y: this.number('y', 0) };
  }

  private begin(event: PointerEvent): void {
    const { direction } = this;
    if (this.flag('disabled') || direction === 'none') return;
    this.setPointerCapture(event.pointerId);
    this.drag = {
      ...this.position,
      pointer: event.pointerId,
      from: { x: event.clientX, y: event.clientY },
      axis: '',
    };
  }

  private move(event: PointerEvent): void {
    const { drag, direction } = this;
    if (!drag || drag.pointer !== event.pointerId) return;
    const dx = direction === 'vertical' ? 0 : event.clientX - drag.from.x;
    const dy = direction === 'horizontal' ? 0 : event.clientY - drag.from.y;
    if (drag.axis === '' && (dx !== 0 || dy !== 0)) {
      drag.axis = Math.abs(dx) > Math.abs(dy) ? 'x' : 'y';
      this.fire(drag.axis === 'x' ? 'htouchmove' : 'vtouchmove', {});
    }
    this.place({ x: drag.x + dx, y: drag.y + dy }, 'touch', this.flag('out-of-bounds') ? PULL_PX : 0);
  }

  private end(event: PointerEvent): void {
    if (this.drag?.pointer !== event.pointerId) return;
    this.drag = null;
    this.place(this.position, 'out-of-bounds');
  }

  private get direction(): string {
    return this.text('direction') || 'none';
  }

  /** Moves the view as far as its area allows, `beyond` px more while it is pulled. */
  private place(wanted: Position, source: string, beyond = 0): void {
    const area = this.closest<HTMLElement>('wx-movable-area');
    if (!area) return;
    const next = {
      x: within(wanted.x, area.clientWidth - this.offsetWidth, beyond),
      y: within(wanted.y, area.clientHeight - this.offsetHeight, beyond),
    };
    const isMoved = next.x !== this.position.x || next.y !== this.position.y;
    this.position = next;
    this.draw();
    if (!isMoved) return;
    this.props.x = next.x;
    this.props.y = next.y;
    this.fire('change', { ...next, source });
  }

  private draw(): void {
    const scale = this.flag('scale') ? this.number('scale-value', 1) : 1;
    this.style.transform = `translate(${this.position.x}px, ${this.position.y}px) scale(${scale})`;
  }
}

/** A view larger than its area moves between the other edges. */
function within(value: number, room: number, beyond: number): number {
  return Math.min(Math.max(value, Math.min(0, room) - beyond), Math.max(0, room) + beyond);
}
