import qrcode from 'qrcode-generator';

/** A quarter of the code may be dirty or glare; the shortest version that holds the text. */
const CORRECTION = 'M';
const SHORTEST = 0;
/** White frame in modules; readers need four, the paper around the canvas gives the rest. */
const QUIET = 2;

/** The dark modules of a QR code, row by row. */
export function modulesOf(text: string): readonly (readonly boolean[])[] {
  const code = qrcode(SHORTEST, CORRECTION);
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, row) => row);
  return rows.map((row) => rows.map((column) => code.isDark(row, column)));
}

/** The canvas of WeChat, as far as a code needs it. */
interface Surface {
  width: number;
  height: number;
  getContext(kind: '2d'): {
    fillStyle: string;
    fillRect(x: number, y: number, width: number, height: number): void;
  };
}

/**
 * Draws a code into a square canvas, black on white in every theme: readers expect it so. Modules are whole pixels, so
 * that no edge is blurred.
 */
export function drawCode(canvas: Surface, size: number, pixelRatio: number, text: string): void {
  const modules = modulesOf(text);
  const pixels = Math.round(size * pixelRatio);
  const unit = Math.max(1, Math.floor(pixels / (modules.length + 2 * QUIET)));
  const margin = Math.floor((pixels - unit * modules.length) / 2);
  canvas.width = pixels;
  canvas.height = pixels;
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, pixels, pixels);
  context.fillStyle = '#000000';
  for (const [row, line] of modules.entries())
    for (const [column, isDark] of line.entries())
      if (isDark) context.fillRect(margin + column * unit, margin + row * unit, unit, unit);
}
