import jsQR from 'jsqr';
import type { Phone } from './phone';

/** Wide enough for the modules of any code of ours, small enough to be handed over quickly, px. */
const WIDTH = 328;

/** Looks that a camera takes before it gives up; between two of them, ms. */
const LOOKS = 50;
const BETWEEN_MS = 100;

/** Reads the QR code off the screen of another phone or tablet, as a camera would. @throws Error if there is none */
export async function readCode(screen: Phone): Promise<string> {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const read = await look(screen);
    if (read) return read;
    await screen.page.waitForTimeout(BETWEEN_MS);
  }
  throw new Error('The canvas shows no QR code');
}

async function look(screen: Phone): Promise<string | null> {
  const dark = await screen.frame.evaluate((width) => {
    const shown = document.querySelector<HTMLCanvasElement>('#code canvas');
    const copy = Object.assign(document.createElement('canvas'), { width, height: width });
    const context = copy.getContext('2d');
    // None while the screen changes its code.
    if (!shown || !context) return null;
    context.drawImage(shown, 0, 0, width, width);
    const { data } = context.getImageData(0, 0, width, width);
    return Array.from({ length: width * width }, (_, at) => ((data[at * 4] ?? 255) < 128 ? '1' : '0')).join(
      '',
    );
  }, WIDTH);
  if (dark === null) return null;
  const pixels = [...dark].flatMap((one) => (one === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255]));
  return jsQR(Uint8ClampedArray.from(pixels), WIDTH, WIDTH)?.data ?? null;
}
