import type { Day, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { PayProof } from '#contracts/pay-files';
import { drawProof, type Surface } from '../../../../../miniprogram/features/pay/pages/proof/draw-proof';
import { proofTexts } from '../../../../../miniprogram/features/pay/pages/proof/proof.view';
import '../../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const PROOF: PayProof = {
  ...{ code: '7K2M-P9QX-4T6B', name: '示例员工', nameEn: 'Demo', month: '2026-10' as Month },
  ...{ company: { 'zh-CN': '示例科技', en: 'Example Tech' }, job: { 'zh-CN': '店员', en: 'Shop assistant' } },
  ...{ gross: 1_033_000 as Fen, contributions: 133_300 as Fen, tax: 0 as Fen, net: 899_700 as Fen },
  ...{ paidOn: '2026-11-10' as Day, hiredOn: '2025-03-21' as Day, madeOn: '2026-11-30' as Day },
  until: '2027-02-28' as Day,
};

/** A canvas on which a Chinese letter is as wide as it is high, and any other half of it. */
function drawn(notes?: readonly string[], language: 'zh-CN' | 'en' = 'zh-CN') {
  const written: { text: string; y: number; width: number }[] = [];
  const widthOf = (text: string, font: string) => {
    const size = Number(/(\d+)px/.exec(font)?.[1]);
    return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? size : size / 2), 0);
  };
  const pen = {
    ...{ fillStyle: '', strokeStyle: '', lineWidth: 0, font: '', textAlign: '', textBaseline: '' },
    ...{ scale: () => {}, fillRect: () => {}, strokeRect: () => {} },
    fillText: (text: string, _: number, y: number) =>
      written.push({ text, y, width: widthOf(text, pen.font) }),
    measureText: (text: string) => ({ width: widthOf(text, pen.font) }),
  };
  const canvas: Surface = { width: 0, height: 0, getContext: () => pen };
  const texts = proofTexts(PROOF, wordsIn(language));
  const height = drawProof(canvas, notes ? { ...texts, notes } : texts, 2);
  return { written, height, canvas };
}

test.each(['zh-CN', 'en'] as const)(
  'a bank reads the whole proof in %s: every line is inside the frame',
  (language) => {
    const { written, height, canvas } = drawn(undefined, language);
    expect(canvas.height).toBe(height * 2);
    const last = Math.max(...written.map(({ y }) => y));
    // The frame is 20 from the edge, and letters reach below their line.
    expect(last).toBeLessThanOrEqual(height - 20 - 22);
    for (const { text, width } of written) expect([text, width <= 690 - 96]).toEqual([text, true]);
  },
);

test('a longer note makes a longer picture, and no line begins with a closing mark', () => {
  const note = '这份证明是否真实、有没有改过，'.repeat(12);
  const [short, long] = [drawn(['一']), drawn([note])];
  const lines = long.written.filter(({ text }) => note.includes(text));
  expect(lines.map(({ text }) => text).join('')).toBe(note);
  expect(long.height - short.height).toBe((lines.length - 1) * 34);
  for (const { text } of lines) expect(text).not.toMatch(/^[，。、]/);
});
