import type { FileType } from '../../shared/files/file-type';
import { type Invoice, invoiceIn } from '../domain/invoice';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of each pixel. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Phones compress what people choose to about two; a function has memory for this many. */
const MAX_MEGAPIXELS = 4;
const MAX_DECODER_MB = 96;
/** Longest side in which a code is searched: its squares still have several pixels, and the search takes no second. */
const MAX_SIDE = 1_000;

/**
 * The invoice on a photographed or saved receipt, by its code. Null where there is none, for documents, whose pages are
 * not drawn here, and for pictures that cannot be decoded: a receipt does not need to be an invoice.
 */
export async function readInvoice(content: Buffer, type: FileType): Promise<Invoice | null> {
  const picture = type === 'pdf' ? null : await decode(content, type);
  if (!picture) return null;
  const { width, height, data } = shrunk(picture);
  const { default: readCode } = await import('jsqr');
  const found = readCode(data, width, height, { inversionAttempts: 'dontInvert' });
  return found && invoiceIn(found.data);
}

/** The libraries are loaded when the first picture comes: no other call pays for them. */
async function decode(content: Buffer, type: 'jpg' | 'png'): Promise<Picture | null> {
  try {
    if (type === 'jpg') {
      const { decode: decodeJpeg } = await import('jpeg-js');
      const limits = { maxResolutionInMP: MAX_MEGAPIXELS, maxMemoryUsageInMB: MAX_DECODER_MB };
      return decodeJpeg(content, { ...limits, useTArray: true, formatAsRGBA: true });
    }
    if (pixelsOf(content) > MAX_MEGAPIXELS * 1_000_000) return null;
    const { PNG } = await import('pngjs');
    return PNG.sync.read(content);
  } catch (error) {
    // People also hand in pictures that phones show and this decoder does not know.
    console.warn('RECEIPT_UNREAD', (error as Error).message);
    return null;
  }
}

/** By the header of a PNG, before anything is unpacked. */
const pixelsOf = (png: Buffer): number =>
  png.length < 24 ? Number.POSITIVE_INFINITY : png.readUInt32BE(16) * png.readUInt32BE(20);

/** Every n-th pixel of a large picture. */
function shrunk({ width, height, data }: Picture): Picture & { readonly data: Uint8ClampedArray } {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / MAX_SIDE));
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)];
  const small = new Uint8ClampedArray(columns * rows * 4);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const from = (row * step * width + column * step) * 4;
      small.set(data.subarray(from, from + 4), (row * columns + column) * 4);
    }
  return { width: columns, height: rows, data: small };
}
