import '../../../../../miniprogram/features/sites/words/words';
import type { SiteOnFile } from '#contracts/site';
import { type ListModel, listView } from '../../../../../miniprogram/features/sites/pages/list/list.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const site = {
  id: 'S-SZ',
  name: { 'zh-CN': '深圳分公司', en: 'Shenzhen Office' },
  radius: 300,
  beacons: [{ uuid: '', major: 1, minor: 1, minRssi: -85 }],
  wifi: 'alone',
  networks: [{ bssid: '58:69:6c:21:0a:10', ssid: 'OFFICE' }],
  biometric: 'asked',
} as unknown as SiteOnFile;
const model = (more: Partial<ListModel> = {}): ListModel => ({
  items: null,
  hasMore: false,
  failure: null,
  more: 'idle',
  ...more,
});
const data = { rule: 'role', roles: 'hr,admin' };
const failure = { code: 'FORBIDDEN', data, requestId: '' } as const;

it('has every state', () => {
  expect(listView(model(), zh).mode).toBe('loading');
  expect(listView(model({ items: [] }), zh).mode).toBe('empty');
  expect(listView(model({ failure }), zh)).toMatchObject({
    mode: 'error',
    error: '这里只对人事和管理员开放',
    back: '返回',
  });
  expect(listView(model({ items: [site], failure }), zh)).toMatchObject({
    mode: 'ready',
    notice: '这里只对人事和管理员开放',
  });
});

it('says of a site what it has', () => {
  expect(listView(model({ items: [site] }), zh).rows).toMatchObject([
    { name: '深圳分公司', facts: '围栏 300 米 · 1 个信标 · 1 个 Wi-Fi · 本机验证' },
  ]);
  expect(listView(model({ items: [site] }), wordsIn('en')).rows[0]?.facts).toBe(
    '300 m fence · one beacon · one Wi-Fi access point · check on the phone',
  );
});

it('offers another page while there is one', () => {
  expect(listView(model({ items: [site], hasMore: true }), zh).more).toBe('button');
  expect(listView(model({ items: [site], hasMore: true, more: 'loading' }), zh).more).toBe('loading');
  expect(listView(model({ items: [site] }), zh).more).toBe('none');
});
