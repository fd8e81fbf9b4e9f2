import fs from 'node:fs';
import path from 'node:path';

const sheet = fs.readFileSync(path.resolve(__dirname, '../../../miniprogram/app.wxss'), 'utf8');
const [, light = '', dark = ''] = sheet.split(/(?:^page|prefers-color-scheme: dark\)) \{/m);

type Tokens = Readonly<Record<string, string>>;

const tokensOf = (block: string): Tokens =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['card', 'bg'];
const TEXTS = ['ink', 'ink-2', 'ink-3', 'brand', 'ok', 'warn', 'bad', 'info'];
const PAIRS: readonly (readonly [string, string])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...['brand', 'ok', 'warn', 'bad', 'info'].map((text) => [text, `${text}-soft`] as const),
  ['on-brand', 'brand'],
  ['card', 'info'],
];

describe.each([
  ['light', tokensOf(light)],
  ['dark', { ...tokensOf(light), ...tokensOf(dark) }],
] as const)('%s', (_theme, tokens: Tokens) => {
  it('has every token of the light theme', () => {
    expect(Object.keys(tokensOf(dark)).sort()).toEqual(Object.keys(tokensOf(light)).sort());
  });

  it.each(PAIRS)('%s on %s can be read: 4.5 to 1 or more', (text, ground) => {
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});
