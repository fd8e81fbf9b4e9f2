import { ApiFailure } from '../api/api-failure';
import { cloudFileUrl } from '../api/cloud-api';
import { addPart, BaseElement } from './base-element';
import { imageUrl } from './image-source';

/** Members of a Mini Program canvas that the browser's lacks. */
interface CanvasMethods {
  requestAnimationFrame(callback: FrameRequestCallback): number;
  cancelAnimationFrame(handle: number): void;
  createImage(): HTMLImageElement;
  createImageData(width: number, height: number): ImageData;
  createPath2D(path?: Path2D | string): Path2D;
}

export type MiniCanvas = HTMLCanvasElement & CanvasMethods;

/** Gives a canvas the methods of https://developers.weixin.qq.com/miniprogram/dev/api/canvas/Canvas.html */
export function asMiniCanvas(canvas: HTMLCanvasElement, owner: BaseElement | null): MiniCanvas {
  const methods: CanvasMethods = {
    requestAnimationFrame: (callback) => requestAnimationFrame(callback),
    cancelAnimationFrame: (handle) => cancelAnimationFrame(handle),
    createImage: () => miniImage(owner),
    createImageData: (width, height) => new ImageData(width, height),
    createPath2D: (path) => new Path2D(path),
  };
  return Object.assign(canvas, methods);
}

/** An image whose `src` is a path as the Mini Program writes it: of its package, a temporary file or an address. */
function miniImage(owner: BaseElement | null): HTMLImageElement {
  const image = new Image();
  const own = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  let written = '';
  Object.defineProperty(image, 'src', {
    configurable: true,
    get: () => written,
    set: (value: unknown) => {
      const source = String(value);
      written = source;
      const show = (url: string): void => {
        if (written === source) own?.set?.call(image, url);
      };
      setSource(image, owner, source, show).catch(() => image.dispatchEvent(new Event('error')));
    },
  });
  return image;
}

async function setSource(
  image: HTMLImageElement,
  owner: BaseElement | null,
  written: string,
  set: (url: string) => void,
): Promise<void> {
  const url = written.startsWith('cloud://') ? await cloudFileUrl(written) : imageUrl(owner, written);
  // A cross-origin picture would taint the canvas, which could then not be saved.
  if (/^https?:/.test(url) && new URL(url).origin !== location.origin) image.crossOrigin = 'anonymous';
  set(url);
}

/** The picture at a path as the Mini Program writes it. @throws ApiFailure if there is none */
export async function loadImage(owner: BaseElement, written: string): Promise<HTMLImageElement> {
  const image = miniImage(owner);
  await new Promise<void>((resolve, reject) => {
    image.addEventListener('load', () => resolve(), { once: true });
    image.addEventListener('error', () => reject(new ApiFailure(`fail image "${written}" not found`)), {
      once: true,
    });
    image.src = written;
  });
  return image;
}

/** The canvas of `type="2d"`, as `createSelectorQuery().fields({node: true})` hands it out. */
export class CanvasElement extends BaseElement {
  private surface: MiniCanvas | null = null;

  protected override build(): void {
    this.node();
  }

  node(): MiniCanvas {
    if (this.surface) return this.surface;
    const canvas = addPart(this, 'canvas');
    const { width, height } = this.getBoundingClientRect();
    canvas.width = width;
    canvas.height = height;
    this.surface = asMiniCanvas(canvas, this);
    return this.surface;
  }
}
