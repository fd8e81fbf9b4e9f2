import { asMiniCanvas, type MiniCanvas } from '../elements/canvas';
import { keepTemporaryFile } from '../phone-files';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { createCanvasContext, oldCanvas } from './canvas-context';
import type { Instance } from './selector-query';

interface Area {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}
interface WhichCanvas {
  /** A canvas of `type="2d"`, or one made by `createOffscreenCanvas`. */
  canvas?: MiniCanvas;
  /** `canvas-id` of a canvas without `type`. */
  canvasId?: string;
}
interface Picture extends Area, WhichCanvas {
  destWidth?: number;
  destHeight?: number;
  fileType?: string;
  quality?: number;
}
interface Pixels extends Required<Area>, WhichCanvas {}

/** @throws ApiFailure if there is no such canvas, or none that could be drawn on */
function find({ canvas, canvasId }: WhichCanvas, scope?: Instance): HTMLCanvasElement {
  const found = canvas ?? (canvasId === undefined ? undefined : oldCanvas(canvasId, scope)?.node());
  if (!(found instanceof HTMLCanvasElement)) throw new ApiFailure('fail canvas is empty');
  if (found.width === 0 || found.height === 0) throw new ApiFailure('fail canvas has no size');
  return found;
}

/** Copies a part of a canvas to a new one, by default scaled by the device pixel ratio. */
function cut(source: HTMLCanvasElement, options: Picture): HTMLCanvasElement {
  const { x = 0, y = 0 } = options;
  const { width = source.width - x, height = source.height - y } = options;
  const target = document.createElement('canvas');
  target.width = options.destWidth ?? width * devicePixelRatio;
  target.height = options.destHeight ?? height * devicePixelRatio;
  penOf(target).drawImage(source, x, y, width, height, 0, 0, target.width, target.height);
  return target;
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (!pen) throw new ApiFailure('fail the canvas is not of type 2d');
  return pen;
}

async function toTempFilePath(options: Picture, scope?: Instance): Promise<{ tempFilePath: string }> {
  const { fileType = 'png', quality = 1 } = options;
  if (fileType !== 'png' && fileType !== 'jpg')
    throw new ApiFailure(`fail invalid fileType "${fileType}", expected png or jpg`);
  const picture = cut(find(options, scope), options);
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png';
  const given = quality > 0 && quality <= 1 ? quality : 1;
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, type, given));
  if (!blob) throw new ApiFailure('fail the browser made no picture');
  return { tempFilePath: keepTemporaryFile(blob, fileType) };
}

/** These take the component that holds the canvas as a second argument. */
function onCanvas<Options extends object>(
  name: string,
  run: (options: Options, scope?: Instance) => object | undefined | Promise<object | undefined>,
) {
  return (options: Options, scope?: Instance): unknown =>
    asyncApi<Options>(name, (given) => run(given, scope))(options);
}

interface Offscreen {
  type?: string;
  width?: number;
  height?: number;
}

export const canvasApi = {
  createCanvasContext,
  createOffscreenCanvas: ({ width = 300, height = 150 }: Offscreen = {}): MiniCanvas => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    return asMiniCanvas(canvas, null);
  },
  canvasToTempFilePath: onCanvas<Picture>('canvasToTempFilePath', toTempFilePath),
  canvasGetImageData: onCanvas<Pixels>('canvasGetImageData', (options, scope) => {
    const { x, y, width, height } = options;
    const pixels = penOf(find(options, scope)).getImageData(x, y, width, height);
    return { width: pixels.width, height: pixels.height, data: pixels.data };
  }),
  canvasPutImageData: onCanvas<Pixels & { data: Uint8ClampedArray<ArrayBuffer> }>(
    'canvasPutImageData',
    (options, scope) => {
      const pixels = new ImageData(options.data, options.width, options.height);
      penOf(find(options, scope)).putImageData(pixels, options.x, options.y);
      return undefined;
    },
  ),
};
