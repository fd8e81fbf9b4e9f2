import type { BiometricPolicy, WifiPolicy } from '#contracts/site';
import type { ChangeWords } from '../../locales/change-text';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';

/** How changes of a site are said: 围栏半径：100 米 → 200 米. */
export const siteChangeWords = (words: Words): ChangeWords => ({
  nameOf: (path) => nameOf(path, words),
  sayValue: (path, value) => valueText(path, value, words),
});

/** A part that only newer versions know is shown as it is. */
function nameOf(path: string, words: Words): string {
  const key = `sites.fields.${path}` as TextKey;
  const name = words.t(key);
  return name === key ? path : name;
}

function valueText(field: string, value: string, words: Words): string {
  switch (field) {
    case 'radius':
    case 'tolerance':
      return words.t('sites.metres', { metres: value });
    case 'beacons':
      return words.t('sites.beaconCount', { count: Number(value) });
    case 'networks':
      return words.t('sites.networkCount', { count: Number(value) });
    case 'wifi':
      return words.t(`sites.wifi.policies.${value as WifiPolicy}`);
    case 'biometric':
      return words.t(`sites.biometricPolicies.${value as BiometricPolicy}`);
    default:
      return value;
  }
}
