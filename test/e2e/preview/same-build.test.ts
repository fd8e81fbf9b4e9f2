import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../scripts/lib/root';
import { WECHAT_OUTPUT } from '../../../scripts/wechat/compile';
import { differencesOf } from '../../support/same-build/differences';

const SOURCES = path.join(ROOT, 'miniprogram');

describe("the quick build of npm start and that of WeChat's compiler", () => {
  it('are the same Mini Program: configuration, components, templates, styles, pictures, modules', async () => {
    expect(await differencesOf(SOURCES, WECHAT_OUTPUT)).toEqual([]);
  });

  describe('are not the same when the output', () => {
    let copy: string;
    beforeEach(() => {
      copy = mkdtempSync(path.join(tmpdir(), 'tongxin-same-'));
      cpSync(WECHAT_OUTPUT, copy, { recursive: true });
    });
    afterEach(() => rmSync(copy, { recursive: true }));

    it.each([
      ['services/clock.js'],
      ['pages/me/me.wxml'],
      ['pages/me/me.wxss'],
      ['pages/me/me.json'],
      ['components/state-card/state-card.js'],
      ['images/tab/today.png'],
      ['miniprogram_npm/@vant/weapp/wxs/utils.wxs'],
      ['theme.json'],
    ])('lacks %s', async (file) => {
      rmSync(path.join(copy, file));
      expect(await differencesOf(SOURCES, copy)).not.toEqual([]);
    });

    it.each([
      ['app.json', 'pages/goals/goals', 'pages/goals/other'],
      ['pages/me/me.json', 'state-card/state-card', 'punch-dial/punch-dial'],
      ['pages/today/today.wxml', "mode==='error'", "mode==='ready'"],
      ['pages/today/today.wxml', 'class="who"', 'class="whom"'],
      ['app.wxss', '--gap-1:8rpx', '--gap-1:9rpx'],
      ['pages/today/today.wxss', 'flex', 'block'],
      ['services/cloud.js', 'require("./clock")', 'require("./network")'],
      ['services/cloud.js', 'exports.cloud=', 'exports.other='],
    ])('has another %s: %s becomes %s', async (file, was, becomes) => {
      const place = path.join(copy, file);
      const text = readFileSync(place, 'utf8');
      expect(text).toContain(was);
      writeFileSync(place, text.replaceAll(was, becomes));
      expect(await differencesOf(SOURCES, copy)).not.toEqual([]);
    });
  });
});
