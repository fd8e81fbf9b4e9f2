import { type CanvasElement, loadImage } from '../elements/canvas';
import { domOf } from '../framework/backend';
import { reportError } from '../problem-log';
import { currentPage } from '../router/page-stack';
import type { Instance } from './selector-query';

type Pen = CanvasRenderingContext2D;
type Step = (pen: Pen, pictures: ReadonlyMap<string, HTMLImageElement>) => void;

/** Setters of the old context, and the property of today's that each one writes. */
const SETTERS: Readonly<Record<string, string>> = {
  setFillStyle: 'fillStyle',
  setStrokeStyle: 'strokeStyle',
  setGlobalAlpha: 'globalAlpha',
  setLineWidth: 'lineWidth',
  setLineCap: 'lineCap',
  setLineJoin: 'lineJoin',
  setMiterLimit: 'miterLimit',
  setTextAlign: 'textAlign',
};
const PROPERTIES = [
  ...Object.values(SETTERS),
  ...['font', 'textBaseline', 'lineDashOffset', 'globalCompositeOperation'],
  ...['shadowBlur', 'shadowColor', 'shadowOffsetX', 'shadowOffsetY'],
];
const METHODS = [
  ...['arc', 'arcTo', 'beginPath', 'bezierCurveTo', 'clearRect', 'clip', 'closePath', 'fill', 'fillRect'],
  ...['fillText', 'lineTo', 'moveTo', 'quadraticCurveTo', 'rect', 'restore', 'rotate', 'save', 'scale'],
  ...['setTransform', 'stroke', 'strokeRect', 'strokeText', 'transform', 'translate'],
];

/** The canvas without `type` that has this `canvas-id`: those of type 2d cannot be found by an id. */
export function oldCanvas(id: string, scope?: Instance): CanvasElement | undefined {
  const { _$: component } = scope ?? (currentPage().page as unknown as Instance);
  const all = domOf(component)?.querySelectorAll<CanvasElement>('wx-canvas') ?? [];
  return [...all].find(
    ({ props, __wxElement: element }) =>
      props['canvas-id'] === id && !props.type && element?.ownerShadowRoot?.getHostNode() === component,
  );
}

/** What was called since the last `draw`. */
interface Recording {
  readonly context: Record<string, unknown>;
  readonly steps: Step[];
  readonly sources: Set<string>;
}

/**
 * The old drawing API: calls are recorded until `draw`, which executes them.
 * https://developers.weixin.qq.com/miniprogram/dev/api/canvas/wx.createCanvasContext.html
 */
export function createCanvasContext(canvasId: string, scope?: Instance): object {
  const recording: Recording = { context: {}, steps: [], sources: new Set() };
  const { context, steps, sources } = recording;
  recordProperties(recording);
  recordMethods(recording);
  addMeasures(context);
  context.draw = (isKept?: boolean, done?: () => void): void => {
    const drawing = { steps: steps.splice(0), sources: [...sources], isKept: isKept === true };
    sources.clear();
    drawSteps(oldCanvas(canvasId, scope), drawing).then(done, reportError);
  };
  return context;
}

function recordProperties({ context, steps }: Recording): void {
  for (const property of PROPERTIES) {
    let known: unknown;
    Object.defineProperty(context, property, {
      get: () => known,
      set: (value: unknown) => {
        known = value;
        steps.push((pen) => void Reflect.set(pen, property, value));
      },
    });
  }
  for (const [name, property] of Object.entries(SETTERS)) {
    context[name] = (value: unknown): void => {
      context[property] = value;
    };
  }
}

function recordMethods({ context, steps, sources }: Recording): void {
  for (const name of METHODS)
    context[name] = (...values: unknown[]) => void steps.push((pen) => callOn(pen, name, values));
  context.drawImage = (source: string, ...area: unknown[]): void => {
    sources.add(source);
    steps.push((pen, pictures) => callOn(pen, 'drawImage', [pictures.get(source), ...area]));
  };
  context.setFontSize = (px: number): void => {
    context.font = `${px}px sans-serif`;
  };
  context.setTextBaseline = (line: string): void => {
    context.textBaseline = line === 'normal' ? 'alphabetic' : line;
  };
  context.setLineDash = (pattern: number[], offset = 0): void => {
    steps.push((pen) => pen.setLineDash(pattern));
    context.lineDashOffset = offset;
  };
  context.setShadow = (x: number, y: number, blur: number, colour: string): void => {
    Object.assign(context, { shadowOffsetX: x, shadowOffsetY: y, shadowBlur: blur, shadowColor: colour });
  };
}

/** Methods that return a value immediately, before anything is drawn. */
function addMeasures(context: Record<string, unknown>): void {
  const pen = penOf(document.createElement('canvas'));
  context.measureText = (text: string) => {
    if (typeof context.font === 'string') pen.font = context.font;
    return { width: pen.measureText(text).width };
  };
  context.createLinearGradient = (x: number, y: number, toX: number, toY: number) =>
    pen.createLinearGradient(x, y, toX, toY);
  context.createCircularGradient = (x: number, y: number, radius: number) =>
    pen.createRadialGradient(x, y, 0, x, y, radius);
}

interface Drawing {
  readonly steps: readonly Step[];
  readonly sources: readonly string[];
  readonly isKept: boolean;
}

async function drawSteps(
  element: CanvasElement | undefined,
  { steps, sources, isKept }: Drawing,
): Promise<void> {
  // Like WeChat: a context of a canvas that is not there draws nothing.
  if (!element) return;
  const pictures = new Map<string, HTMLImageElement>();
  for (const source of sources) pictures.set(source, await loadImage(element, source));
  const canvas = element.node();
  const pen = penOf(canvas);
  // A drawing starts with the state of a new canvas.
  pen.save();
  if (!isKept) pen.clearRect(0, 0, canvas.width, canvas.height);
  try {
    for (const step of steps) step(pen, pictures);
  } finally {
    pen.restore();
  }
}

function callOn(pen: Pen, name: string, values: readonly unknown[]): void {
  (Reflect.get(pen, name) as (...given: readonly unknown[]) => void).apply(pen, [...values]);
}

function penOf(canvas: HTMLCanvasElement): Pen {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2d canvas in this browser');
  return pen;
}
