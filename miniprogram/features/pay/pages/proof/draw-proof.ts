/** What stands on a proof. */
export interface ProofTexts {
  readonly company: string;
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  readonly netName: string;
  readonly net: string;
  readonly codeName: string;
  readonly code: string;
  readonly notes: readonly string[];
}

/** The canvas of WeChat, as far as a proof needs it. */
export interface Surface {
  width: number;
  height: number;
  getContext(kind: '2d'): Pen;
}
interface Pen {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  scale(x: number, y: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number, most?: number): void;
  measureText(text: string): { readonly width: number };
}

/** In pixels of the design. */
export const WIDTH = 690;
const EDGE = 48;
const FIRST_ROW = 216;
const ROW = 52;
/** From the last row to the first note: net and code stand between. */
const NET_AND_CODE = 224;
const LINE = 34;
const FONT = 'sans-serif';

/** Draws a proof, black on white in every theme: it is printed and sent. @returns its height: as much as its texts need */
export function drawProof(canvas: Surface, texts: ProofTexts, pixelRatio: number): number {
  const pen = canvas.getContext('2d');
  const lines = texts.notes.flatMap((note) => wrapped(note, pen, WIDTH - 2 * EDGE));
  const notesAt = FIRST_ROW + texts.rows.length * ROW + NET_AND_CODE;
  const height = notesAt + lines.length * LINE + EDGE;
  canvas.width = WIDTH * pixelRatio;
  canvas.height = height * pixelRatio;
  pen.scale(pixelRatio, pixelRatio);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, WIDTH, height);
  pen.strokeStyle = '#0f766e';
  pen.lineWidth = 4;
  pen.strokeRect(20, 20, WIDTH - 40, height - 40);
  pen.textBaseline = 'alphabetic';
  const write = (text: string, size: number, x: number, y: number, align = 'left', colour = '#17212b') => {
    pen.font = `${size >= 30 ? 'bold ' : ''}${size}px ${FONT}`;
    pen.textAlign = align;
    pen.fillStyle = colour;
    pen.fillText(text, x, y, WIDTH - 2 * EDGE);
  };
  write(texts.company, 26, WIDTH / 2, 92, 'center', '#55606b');
  write(texts.title, 40, WIDTH / 2, 148, 'center');
  let y = FIRST_ROW;
  for (const { name, value } of texts.rows) {
    write(name, 26, EDGE, y, 'left', '#55606b');
    write(value, 26, WIDTH - EDGE, y, 'right');
    y += ROW;
  }
  pen.fillStyle = '#e6f4f1';
  pen.fillRect(EDGE - 12, y - 26, WIDTH - 2 * EDGE + 24, 84);
  write(texts.netName, 30, EDGE, y + 26, 'left', '#0f766e');
  write(texts.net, 40, WIDTH - EDGE, y + 30, 'right', '#0f766e');
  y += 120;
  write(texts.codeName, 24, WIDTH / 2, y, 'center', '#55606b');
  write(texts.code, 38, WIDTH / 2, y + 52, 'center');
  lines.forEach((line, at) => {
    write(line, 22, EDGE, notesAt + at * LINE, 'left', '#55606b');
  });
  return height;
}

/** Lines that fit; words stay whole, Chinese breaks anywhere but before a closing mark. */
function wrapped(text: string, pen: Pen, width: number): string[] {
  pen.font = `22px ${FONT}`;
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(
    /[\u2e80-\uffef][，。、；：！？”’）》]*|[^\u2e80-\uffef\s]+[，。、；：！？”’）》]*\s*|\s+/g,
  ) ?? []) {
    if (line !== '' && pen.measureText(line + part).width > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return line === '' ? lines : [...lines, line];
}
