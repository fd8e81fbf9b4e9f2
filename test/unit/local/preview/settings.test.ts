import { DEFAULT_SETTINGS, loadSettings, readSettings } from '../../../../local/preview/shared/settings';

const storageWith = (text: string | null): Storage => ({ getItem: () => text }) as unknown as Storage;

test('the query wins over what is stored, the rest is the default', () => {
  const stored = storageWith(JSON.stringify({ network: 'slow', dark: true, person: 'a1' }));
  const settings = loadSettings(stored, new URLSearchParams('lat=31.5&lng=121&accuracy=30&dark=0&lang=en'));
  expect(settings).toEqual({
    ...DEFAULT_SETTINGS,
    network: 'slow',
    person: 'a1',
    dark: false,
    latitude: 31.5,
    longitude: 121,
    place: 'custom',
    accuracy: 30,
    language: 'en',
  });
});

test('what is not a setting, or not of its kind, is dropped', () => {
  expect(readSettings({ network: 'wormhole', lat: 'north', accuracy: '', unknown: 1, person: 7 })).toEqual(
    {},
  );
  expect(loadSettings(storageWith('null'), new URLSearchParams())).toEqual(DEFAULT_SETTINGS);
});
