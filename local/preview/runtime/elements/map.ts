import { addPart, BaseElement } from './base-element';

/** Metres that a pixel shows at zoom 0 on the equator. */
const METRES_PER_PIXEL = 156_543.033_92;
const METRES_PER_DEGREE = 111_195;
const DEFAULT_ZOOM = 16;
const SVG = 'http://www.w3.org/2000/svg';

interface Circle {
  readonly latitude: number;
  readonly longitude: number;
  readonly radius: number;
  readonly color?: string;
  readonly fillColor?: string;
  readonly strokeWidth?: number;
}

const listOf = <Item>(value: unknown): readonly Item[] =>
  Array.isArray(value) ? (value as readonly Item[]) : [];

/** A map needs tiles from a server; the preview shows where it is, and its circles and markers to scale. */
export class MapElement extends BaseElement {
  private label: HTMLElement | null = null;
  private readonly sketch = document.createElementNS(SVG, 'svg');

  protected override build(): void {
    this.label = addPart(this, 'span', 'mp-map-label');
    this.prepend(this.sketch);
    this.describe();
  }

  protected override changed(): void {
    this.describe();
  }

  private describe(): void {
    if (!this.label) return;
    const markers = listOf(this.props.markers);
    const { latitude, longitude } = this.props;
    this.label.textContent = `map ${String(latitude)}, ${String(longitude)} · ${markers.length} markers`;
    this.sketch.replaceChildren(
      ...listOf<Circle>(this.props.circles).map((circle) => this.drawn(circle)),
      ...listOf<Circle>(markers).map((marker) => this.drawn({ ...marker, radius: 0, fillColor: '#b42318' })),
    );
  }

  /** A circle around the middle of the map, or a dot for a marker. */
  private drawn({
    latitude,
    longitude,
    radius,
    color = 'none',
    fillColor = 'none',
    strokeWidth = 1,
  }: Circle) {
    const centre = { latitude: this.number('latitude', 0), longitude: this.number('longitude', 0) };
    const slant = Math.cos((centre.latitude * Math.PI) / 180);
    const metres = (METRES_PER_PIXEL * slant) / 2 ** this.number('scale', DEFAULT_ZOOM);
    const east = ((longitude - centre.longitude) * METRES_PER_DEGREE * slant) / metres;
    const south = ((centre.latitude - latitude) * METRES_PER_DEGREE) / metres;
    const circle = document.createElementNS(SVG, 'circle');
    const attributes = {
      cx: `calc(50% + ${east}px)`,
      cy: `calc(50% + ${south}px)`,
      r: `${Math.max(4, radius / metres)}px`,
    };
    for (const [name, value] of Object.entries(attributes)) circle.style.setProperty(name, value);
    circle.setAttribute('stroke', color);
    circle.setAttribute('fill', fillColor);
    circle.setAttribute('stroke-width', String(strokeWidth));
    return circle;
  }
}
