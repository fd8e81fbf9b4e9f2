import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../scripts/lib/root';
import { WECHAT_OUTPUT } from '../../../scripts/wechat/compile';
import { differencesOf } from '../../support/same-build/differences';

const SOURCES = path.join(ROOT, 'miniprogram');

/** A file that is removed from the output, and the difference that tells of it. */
const REMOVED: readonly (readonly [file: string, told: RegExp])[] = [
  ['services/clock.js', /^- services\/clock\.js$/],
  ['pages/me/me.wxml', /^- pages\/me\/me\.wxml: </],
  ['pages/pending/pending.wxss', /^- pages\/pending\/pending: /],
  ['pages/today/today.json', /^- component .*"path":"pages\/today\/today"/],
  ['components/state-card/state-card.js', /^- components\/state-card\/state-card\.js$/],
  ['images/tab/today.png', /^- images\/tab\/today\.png: /],
  ['miniprogram_npm/@vant/weapp/wxs/utils.wxs', /^- miniprogram_npm\/@vant\/weapp\/wxs\/utils\.wxs: /],
  ['theme.json', /^- app\.json /],
];

/** A text of the output that becomes another one, and the difference that tells of it. */
const CHANGED: readonly (readonly [file: string, was: string, becomes: string, told: RegExp])[] = [
  ['app.json', '"text":"今日"', '"text":"明日"', /^\+ app\.json /],
  [
    'pages/me/me.json',
    'state-card/state-card',
    'punch-dial/punch-dial',
    /^\+ component .*"path":"pages\/me\/me"/,
  ],
  ['pages/today/today.wxml', "mode==='error'", "mode==='ready'", /^\+ .*today\.wxml: .*mode==='ready'/],
  ['pages/today/today.wxml', 'class="who"', 'class="whom"', /^\+ .*today\.wxml: .*class=whom/],
  ['app.wxss', '--gap-1:8rpx', '--gap-1:9rpx', /^\+ every page: wx-page \| --gap-1: /],
  ['pages/today/today.wxss', 'flex', 'block', /^\+ pages\/today\/today: .*block/],
  [
    'services/cloud.js',
    'require("./clock")',
    'require("./network")',
    /^- services\/cloud\.js requires services\/clock\.js$/,
  ],
  ['services/cloud.js', 'exports.cloud=', 'exports.other=', /^\+ services\/cloud\.js exports other$/],
];

const copies: string[] = [];
const copyOfOutput = (): string => {
  const copy = mkdtempSync(path.join(tmpdir(), 'tongxin-same-'));
  copies.push(copy);
  cpSync(WECHAT_OUTPUT, copy, { recursive: true });
  return copy;
};
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

describe("the quick build of npm start and that of WeChat's compiler", () => {
  it('are the same Mini Program: configuration, components, templates, styles, pictures, modules', async () => {
    expect(await differencesOf(SOURCES, WECHAT_OUTPUT)).toEqual([]);
  });

  describe('differ when the output', () => {
    let differences: readonly string[];
    beforeAll(async () => {
      const copy = copyOfOutput();
      for (const [file] of REMOVED) rmSync(path.join(copy, file));
      differences = await differencesOf(WECHAT_OUTPUT, copy);
    });
    it.each(REMOVED)('lacks %s', (_, told) => {
      expect(differences).toContainEqual(expect.stringMatching(told));
    });
  });

  describe('differ when in the output', () => {
    let differences: readonly string[];
    beforeAll(async () => {
      const copy = copyOfOutput();
      for (const [file, was, becomes] of CHANGED) {
        const place = path.join(copy, file);
        const text = readFileSync(place, 'utf8');
        if (!text.includes(was)) throw new Error(`${file} does not hold ${was}`);
        writeFileSync(place, text.replaceAll(was, becomes));
      }
      differences = await differencesOf(WECHAT_OUTPUT, copy);
    });
    it.each(CHANGED)('%s says not %s but %s', (_file, _was, _becomes, told) => {
      expect(differences).toContainEqual(expect.stringMatching(told));
    });
  });
});
