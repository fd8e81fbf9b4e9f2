import { typeValues } from '../../../../cloudfunctions/request-types/domain/type-values';
import { changedValues } from '../../../../cloudfunctions/shared/history/changed-values';
import { siteValues } from '../../../../cloudfunctions/sites/domain/site-change';

test('a change keeps what differs, before and after', () => {
  const before = { name: { 'zh-CN': '甲', en: 'A' }, limits: { day: 1, month: null }, same: 1 };
  const after = { name: { 'zh-CN': '乙', en: '乙' }, limits: { day: 2, month: 3 }, same: 1 };
  expect(changedValues(before, after)).toEqual({
    values: { name: ['甲 / A', '乙'], 'limits/day': ['1', '2'], 'limits/month': [null, '3'] },
  });
  expect(changedValues(before, before)).toEqual({});
});

test('an entry stays small, and its keys are keys of a database', () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`k.$${at}`, 'x'.repeat(500)]));
  const { values = {} } = changedValues({}, many);
  expect(Object.keys(values)).toHaveLength(16);
  expect(Object.keys(values)[0]).toBe('k··0');
  expect(values.k··0?.[1]).toHaveLength(120);
});

test('beacons and networks of a site are counted, never shown', () => {
  const site = {
    name: { 'zh-CN': '总部', en: 'HQ' },
    latitude: 31,
    longitude: 121,
    radius: 100,
    tolerance: 50,
    beacons: [],
    wifi: 'off',
    networks: [],
    biometric: 'off',
    screenKeepers: [],
  } as const;
  const beacon = { uuid: 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825', major: 7, minor: 1, minRssi: -80 };
  const after = {
    ...site,
    radius: 200,
    beacons: [beacon],
    networks: [{ bssid: 'aa:bb:cc:dd:ee:ff', ssid: '' }],
  };
  expect(siteValues(site, after).values).toEqual({
    radius: ['100', '200'],
    beacons: ['0', '1'],
    networks: ['0', '1'],
  });
});

test('a field of a form that moved is the same field', () => {
  const field = (id: string) =>
    ({ id, kind: 'text', label: { 'zh-CN': id, en: id }, required: false }) as const;
  const parts = {
    name: { 'zh-CN': '章', en: 'Seal' },
    enabled: true,
    flow: { steps: [], cc: [], escalateAfterHours: 0 },
  };
  const before = { ...parts, form: [field('one'), field('two')] };
  const after = { ...parts, form: [field('new'), field('two'), { ...field('one'), required: true }] };
  expect(typeValues(before, after).values).toEqual({
    'form/one/required': ['false', 'true'],
    'form/new': [null, '+'],
  });
});

test('a step of a flow that is gone is told by its place', () => {
  const step = (id: string, level: 1 | 2) =>
    ({
      id,
      name: { 'zh-CN': id, en: id },
      mode: 'any',
      approvers: [{ by: 'manager', level }],
      when: [],
    }) as const;
  const parts = (...steps: ReturnType<typeof step>[]) => ({
    name: { 'zh-CN': '章', en: 'Seal' },
    enabled: true,
    form: [],
    flow: { steps, cc: [], escalateAfterHours: 0 },
  });
  expect(typeValues(parts(step('one', 1), step('two', 2)), parts(step('one', 1))).values).toEqual({
    'flow/steps/1': ['any|manager:2|', null],
  });
});
