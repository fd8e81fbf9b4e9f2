import fs from 'node:fs';
import path from 'node:path';
import { fakePhone, loadService } from '../support/phone';

const MINIPROGRAM = path.resolve(__dirname, '../../../../miniprogram');
const app = JSON.parse(fs.readFileSync(path.join(MINIPROGRAM, 'app.json'), 'utf8')) as {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
};
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages: own }) => own.map((page) => path.join(root, page))),
];

function lookWith(fontSizeScaleFactor?: number): string {
  jest.resetModules();
  fakePhone({ getAppBaseInfo: () => ({ language: 'zh_CN', fontSizeScaleFactor }) });
  return loadService<{ pageLook(): string }>('services/page-look').pageLook();
}

test('whoever has set large texts in WeChat reads large texts here, up to 1.4; small ones stay readable', () => {
  expect(lookWith(1.2353)).toBe('--font-scale: 1.24');
  expect(lookWith(1.8)).toBe('--font-scale: 1.4');
  expect(lookWith(0.94)).toBe('--font-scale: 1');
  expect(lookWith(undefined)).toBe('--font-scale: 1');
});

test.each(pages)('%s asks for that size', (page) => {
  const wxml = fs.readFileSync(path.join(MINIPROGRAM, `${page}.wxml`), 'utf8');
  expect(wxml).toMatch(/^<page-meta page-style="\{\{look\}\}" \/>/);
});
