const WIDTH = 480;
const HEIGHT = 640;

/** Draws what the simulated camera sees: a schematic portrait, obviously not a real person. */
export function drawTestPicture(canvas: HTMLCanvasElement): void {
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2d canvas in this browser');
  pen.fillStyle = '#C9D6D4';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = '#7D9C98';
  pen.beginPath();
  pen.arc(WIDTH / 2, 250, 95, 0, Math.PI * 2);
  pen.ellipse(WIDTH / 2, 560, 190, 180, 0, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = '#24403D';
  pen.font = '26px sans-serif';
  pen.textAlign = 'center';
  pen.fillText('测试照片 TEST PICTURE', WIDTH / 2, HEIGHT - 24);
}

export async function takeTestPicture(): Promise<{ blob: Blob; width: number; height: number }> {
  const canvas = document.createElement('canvas');
  drawTestPicture(canvas);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  if (!blob) throw new Error('the browser made no picture');
  return { blob, width: WIDTH, height: HEIGHT };
}
