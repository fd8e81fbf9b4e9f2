import '../../../../../miniprogram/features/sites/words/words';
import type { SiteOnFile } from '#contracts/site';
import { withNetwork } from '../../../../../miniprogram/features/sites/networks.model';
import { zoomFor } from '../../../../../miniprogram/features/sites/pages/site/fence';
import {
  blankDraft,
  draftOf,
  isChanged,
  noSite,
  problemOf,
  rebase,
  type SiteDraft,
  type SiteModel,
  settingsOf,
} from '../../../../../miniprogram/features/sites/pages/site/site.model';
import { siteView } from '../../../../../miniprogram/features/sites/pages/site/site.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { at } from '../../support/today';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const BEACON = { uuid: 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825', major: 755, minor: 1, minRssi: -85 };

const site: SiteOnFile = {
  id: 'S-SZ',
  version: 3,
  name: { 'zh-CN': '深圳分公司', en: 'Shenzhen Office' },
  latitude: 22.543527,
  longitude: 114.05956,
  radius: 300,
  tolerance: 50,
  beacons: [BEACON],
  wifi: 'weak-fix',
  networks: [{ bssid: '58:69:6c:21:0a:10', ssid: 'OFFICE' }],
  biometric: 'asked',
  screenKeepers: ['E0041', 'E0042'],
  history: [
    { at: at('08:30'), byName: '示例甲', byNameEn: 'Sample A', version: 3, what: ['radius', 'secret'] },
    { at: at('08:00'), byName: '示例甲', byNameEn: 'Sample A', version: 1, what: ['created', 'newfangled'] },
  ],
};

const model = (more: Partial<SiteModel> = {}): SiteModel => ({
  ...noSite,
  state: 'ready',
  id: site.id,
  base: site,
  draft: draftOf(site),
  people: { E0041: { id: 'E0041', name: '示例乙', nameEn: 'Sample B' } },
  ...more,
});

describe('a draft', () => {
  it('is what is on file, and is sent as it came', () => {
    const { version: _, history: __, ...settings } = site;
    expect(settingsOf(site.id, draftOf(site))).toEqual(settings);
    expect(isChanged(model())).toBe(false);
    expect(isChanged(model({ draft: { ...draftOf(site), radius: '301' } }))).toBe(true);
  });

  const wrong: readonly [string, Partial<SiteDraft>, object][] = [
    ['no Chinese name', { name: { 'zh-CN': ' ', en: 'Shenzhen' } }, { of: 'name' }],
    ['no place', { place: null }, { of: 'place' }],
    ['radius too small', { radius: '29' }, { of: 'radius' }],
    ['radius no number', { radius: '' }, { of: 'radius' }],
    ['radius not whole', { radius: '30.5' }, { of: 'radius' }],
    ['tolerance too large', { tolerance: '201' }, { of: 'tolerance' }],
    [
      'uuid cut off',
      { beacons: [{ uuid: 'FDA50693', major: '1', minor: '1', minRssi: '-85' }] },
      { of: 'uuid', number: 1 },
    ],
    [
      'major too large',
      { beacons: [{ uuid: BEACON.uuid, major: '65536', minor: '1', minRssi: '-85' }] },
      { of: 'numbers', number: 1 },
    ],
    [
      'a positive strength',
      { beacons: [{ uuid: BEACON.uuid, major: '1', minor: '1', minRssi: '85' }] },
      { of: 'minRssi', number: 1 },
    ],
  ];
  it.each(wrong)('%s', (_name, change, problem) => {
    expect(problemOf({ ...draftOf(site), ...change })).toEqual(problem);
  });

  it('without a problem can be saved, a new one after it was filled in', () => {
    expect(problemOf(draftOf(site))).toBeNull();
    expect(problemOf(blankDraft)).toEqual({ of: 'name' });
  });
});

describe('the Wi-Fi of a site', () => {
  const here = { bssid: '58:69:6c:21:0a:14', ssid: 'OFFICE-5G' };
  it('counts for weak locations once the first network is registered', () => {
    expect(withNetwork(blankDraft, here)).toEqual({ wifi: 'weak-fix', networks: [here] });
  });
  it('stays as HR chose it when another is registered', () => {
    const off = { ...draftOf(site), wifi: 'off' } as const;
    expect(withNetwork(off, here)).toMatchObject({ wifi: 'off', networks: [...site.networks, here] });
  });
  it('lists a network once, and cuts a name that is too long for the server', () => {
    expect(withNetwork(draftOf(site), { bssid: '58:69:6c:21:0a:10', ssid: 'renamed' })).toBe('listed');
    const long = withNetwork(blankDraft, { ...here, ssid: '𠮷'.repeat(40) });
    expect(long).toMatchObject({ networks: [{ ssid: '𠮷'.repeat(32) }] });
  });
  it('says what keeps a network from being registered', () => {
    expect(siteView(model({ attempt: 'no-location' }), zh).wifi.status).toContain('位置权限');
    expect(siteView(model({ attempt: 'listed' }), en).wifi.status).toContain('already');
    expect(siteView(model(), zh).wifi).toMatchObject({ status: '', reading: false, mayAdd: true });
  });
});

describe('two who change the same site', () => {
  const theirs: SiteOnFile = { ...site, version: 4, radius: 500, tolerance: 60 };
  it('keep what each has touched', () => {
    const mine = { ...draftOf(site), name: { 'zh-CN': '深圳', en: 'Shenzhen' }, radius: '400' };
    expect(rebase(mine, site, theirs)).toEqual({
      draft: { ...draftOf(theirs), name: mine.name, radius: '400' },
      mine: ['name', 'radius'],
    });
  });
  it('agree where they have typed the same', () => {
    expect(rebase({ ...draftOf(site), radius: '500' }, site, theirs)).toEqual({
      draft: draftOf(theirs),
      mine: [],
    });
  });
});

describe('the editor', () => {
  it('says who keeps the screen, by number where the name is unknown', () => {
    expect(siteView(model(), zh).keepers.map(({ name }) => name)).toEqual(['示例乙', 'E0042']);
  });

  it('tells the history in words, and never hides what it does not know', () => {
    const { history } = siteView(model(), zh);
    expect(history.map(({ what }) => what)).toEqual(['围栏半径、打卡码密钥', '新建、newfangled']);
    expect(history[0]?.by).toBe('示例甲 · 11月23日 周一 08:30 · 第 3 版');
  });

  it('names what was kept in a conflict', () => {
    const conflict = { version: 4, mine: ['radius', 'screenKeepers'] as const };
    expect(siteView(model({ conflict }), zh).notice.text).toContain('围栏半径、屏幕管理员');
    expect(siteView(model({ conflict: { version: 4, mine: [] } }), en).notice.text).toContain('version 4');
  });

  it('says what is missing only after saving was tried', () => {
    const draft = { ...draftOf(site), radius: '3' };
    expect(siteView(model({ draft }), zh).notice.text).toBe('');
    expect(siteView(model({ draft, tried: true }), zh).notice.text).toBe('围栏半径要在 30 到 2000 米之间');
  });

  it('says how good the fix of "here" was, and what to do without one', () => {
    expect(siteView(model({ accuracy: 12.4 }), zh).place.text).toBe('22.543527, 114.05956 · 定位误差 12 米');
    expect(siteView(model({ locating: 'failed' }), zh).place.tone).toBe('warn');
  });

  it('shows the whole fence on the map, of any size, anywhere', () => {
    const pixels = (radius: number, latitude: number) => {
      const metres = 156_543.033_92 * Math.cos((latitude * Math.PI) / 180);
      return radius / (metres / 2 ** zoomFor(radius, latitude));
    };
    for (const radius of [30, 300, 2_000]) {
      for (const latitude of [0, 22, 40, 53]) {
        expect(pixels(radius, latitude)).toBeLessThanOrEqual(62);
        expect(pixels(radius, latitude)).toBeGreaterThan(30);
      }
    }
  });
});
