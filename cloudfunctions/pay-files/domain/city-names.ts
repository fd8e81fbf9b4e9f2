import type { LocalText } from '#contracts/common';
import type { InsuranceCity } from '#contracts/insurance';

export const CITY_NAMES: Readonly<Record<InsuranceCity, LocalText>> = {
  beijing: { 'zh-CN': '北京', en: 'Beijing' },
  shanghai: { 'zh-CN': '上海', en: 'Shanghai' },
  shenzhen: { 'zh-CN': '深圳', en: 'Shenzhen' },
  guangzhou: { 'zh-CN': '广州', en: 'Guangzhou' },
  hangzhou: { 'zh-CN': '杭州', en: 'Hangzhou' },
  chengdu: { 'zh-CN': '成都', en: 'Chengdu' },
};
export const NO_CITY: LocalText = { 'zh-CN': '', en: '' };
