import '../../../../../miniprogram/features/sites/words/words';
import jsQR from 'jsqr';
import type { Instant } from '#contracts/common';
import type { ScreenCode } from '#contracts/site';
import {
  answered,
  failed,
  isDue,
  phaseOf,
  type ScreenModel,
} from '../../../../../miniprogram/features/sites/pages/screen/screen.model';
import { screenView } from '../../../../../miniprogram/features/sites/pages/screen/screen.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { modulesOf } from '../../../../../miniprogram/utils/draw-code';
import { at, OFFSET } from '../../support/today';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const T0 = at('08:57');
const later = (ms: number) => (T0 + ms) as Instant;

const code: ScreenCode = {
  site: { id: 'S-SZ', name: { 'zh-CN': '深圳分公司', en: 'Shenzhen Office' } },
  code: `TX1.S-SZ.1.zmpv6.${'z'.repeat(43)}`,
  until: later(30_000),
  recent: [{ name: { 'zh-CN': '王 X.', en: 'X. Wang' }, at: T0 }],
};
const model = (more: Partial<ScreenModel> = {}): ScreenModel => ({
  code,
  failure: null,
  online: true,
  now: T0,
  asking: false,
  tries: 0,
  retryAt: 0,
  ...more,
});
const failure = (name: 'TIMEOUT' | 'NOT_FOUND') => ({ code: name, data: {}, requestId: '' });

describe('the phase', () => {
  it.each<[string, Partial<ScreenModel>, string]>([
    ['before the first answer', { code: null }, 'loading'],
    ['with a code of now', {}, 'live'],
    ['a failed question does not hide a good code', { failure: failure('TIMEOUT') }, 'live'],
    ['the code before still counts for some seconds', { now: later(30_000) }, 'renewing'],
    ['and then no code is better than a bad one', { now: later(50_000) }, 'trouble'],
    ['nothing ever came', { code: null, failure: failure('TIMEOUT') }, 'trouble'],
    ['not a keeper of this screen', { code: null, failure: failure('NOT_FOUND') }, 'refused'],
  ])('%s', (_name, more, phase) => {
    expect(phaseOf(model(more))).toBe(phase);
  });
});

describe('asking again', () => {
  it('happens at the end of the thirty seconds by the server’s clock, once, and not without a network', () => {
    expect(isDue(model({ now: later(29_999) }))).toBe(false);
    expect(isDue(model({ now: later(30_300) }))).toBe(true);
    expect(isDue(model({ now: later(30_300), asking: true }))).toBe(false);
    expect(isDue(model({ now: later(30_300), online: false }))).toBe(false);
    expect(isDue(model({ code: null }))).toBe(true);
  });

  it('waits longer after each failure, half a minute at most, and forgets it after an answer', () => {
    let tablet = model({ code: null });
    const waits = Array.from({ length: 8 }, () => {
      tablet = { ...tablet, ...failed(tablet, failure('TIMEOUT')) };
      return tablet.retryAt - tablet.now;
    });
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
    expect(isDue(tablet)).toBe(false);
    expect(isDue({ ...tablet, now: later(30_000) })).toBe(true);
    expect(phaseOf({ ...tablet, ...answered(code) })).toBe('live');
  });

  it('takes the code away from a person who may not show it any more', () => {
    const refused = { ...model(), ...failed(model(), failure('NOT_FOUND')) };
    expect(phaseOf(refused)).toBe('refused');
    expect(screenView(refused, '', OFFSET, zh).hasCode).toBe(false);
  });
});

describe('the view', () => {
  it('counts down, and says names as the server gave them', () => {
    const view = screenView(model({ now: later(12_400) }), '示例科技', OFFSET, zh);
    expect(view).toMatchObject({
      company: '示例科技',
      site: '深圳分公司',
      clock: '08:57',
      left: '18 秒后换码',
    });
    expect(view.share).toBe('60%');
    expect(view.recent).toEqual([{ key: `${T0}-0`, name: '王 X.', time: '08:57' }]);
  });

  it('says offline as offline, and everything in English as well', () => {
    const dead = model({ now: later(60_000), online: false });
    expect(screenView(dead, '', OFFSET, zh).trouble.title).toBe('没有网络');
    expect(screenView({ ...dead, online: true }, '', OFFSET, en).trouble.title).toBe('No code right now');
    expect(JSON.stringify(screenView(model(), '', OFFSET, en))).not.toMatch(/[一-鿿]/);
  });
});

it('the code can be read', () => {
  const modules = modulesOf(code.code);
  const unit = 4;
  const size = (modules.length + 8) * unit;
  const isDark = (x: number, y: number) =>
    modules[Math.floor(y / unit) - 4]?.[Math.floor(x / unit) - 4] ?? false;
  const pixels = Array.from({ length: size * size }, (_, index) => {
    const shade = isDark(index % size, Math.floor(index / size)) ? 0 : 255;
    return [shade, shade, shade, 255];
  }).flat();
  expect(jsQR(Uint8ClampedArray.from(pixels), size, size)?.data).toBe(code.code);
});
