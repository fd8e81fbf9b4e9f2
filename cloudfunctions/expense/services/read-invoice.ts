import type { FileType } from '../../shared/files/file-type';
import { type Invoice, invoiceIn } from '../domain/invoice';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of each pixel. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * Phones compress what people choose to less. Decoding takes up to 55 MB a megapixel beside the 90 MB of the function and
 * its SDK, and the platform ends a function at 256 MB.
 */
const MAX_MEGAPIXELS = 2.2;
const MAX_DECODER_MB = 96;
/**
 * Longest side in which a code is searched, once: its squares still have several pixels. The worst picture, pure noise,
 * takes 0.4 s of CPU to decode and 0.7 s to search, so that a receipt never waits longer for it; others a tenth.
 */
const MAX_SIDE = 1_000;
/** Passes over a progressive JPEG, each of which decodes all of it: encoders write about ten. */
const MAX_SCANS = 30;

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
      if (countOf(START_OF_SCAN, content) > MAX_SCANS) return null;
      const { decode: decodeJpeg } = await import('jpeg-js');
      const limits = { maxResolutionInMP: MAX_MEGAPIXELS, maxMemoryUsageInMB: MAX_DECODER_MB };
      return decodeJpeg(content, { ...limits, useTArray: true, formatAsRGBA: true });
    }
    if (!isBoundedPng(content)) return null;
    const { PNG } = await import('pngjs');
    return PNG.sync.read(content);
  } catch (error) {
    // People also hand in pictures that phones show and this decoder does not know.
    console.warn('RECEIPT_UNREAD', (error as Error).message);
    return null;
  }
}

const START_OF_SCAN = Buffer.from([0xff, 0xda]);

/**
 * Whether a PNG unpacks into as much as its header says and a function has memory for, known before anything is unpacked:
 * the decoder lets a second header replace the first, and unpacks interlaced pictures without a limit.
 */
function isBoundedPng(png: Buffer): boolean {
  if (png.length < HEADER_END || countOf(Buffer.from('IHDR'), png) !== 1) return false;
  const pixels = png.readUInt32BE(16) * png.readUInt32BE(20);
  const isInterlaced = png[HEADER_END - 1] !== 0;
  return pixels <= MAX_MEGAPIXELS * 1_000_000 && !isInterlaced;
}

/** Signature, length, name, and thirteen bytes of which the last says whether it is interlaced. */
const HEADER_END = 29;

/** How often bytes occur; of a marker of JPEG, which pixels never contain. */
function countOf(bytes: Buffer, content: Buffer): number {
  let count = 0;
  for (let at = content.indexOf(bytes); at >= 0; at = content.indexOf(bytes, at + bytes.length)) count += 1;
  return count;
}

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
