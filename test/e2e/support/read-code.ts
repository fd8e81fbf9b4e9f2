import jsQR from 'jsqr';
import type { Phone } from './phone';

/** Reads the QR code off the screen of another phone or tablet, as a camera would. @throws Error if there is none */
export async function readCode(screen: Phone): Promise<string> {
  const { width, height, pixels } = await screen.frame.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#code canvas, canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) throw new Error('There is no canvas on the screen');
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return { width: canvas.width, height: canvas.height, pixels: [...data] };
  });
  const read = jsQR(Uint8ClampedArray.from(pixels), width, height);
  if (!read) throw new Error('The canvas shows no QR code');
  return read.data;
}
