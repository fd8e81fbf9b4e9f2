import type { InsuranceCity } from '#contracts/insurance';
import type { CityPack } from '../city-pack';
import { BEIJING } from './beijing';
import { CHENGDU } from './chengdu';
import { GUANGZHOU } from './guangzhou';
import { HANGZHOU } from './hangzhou';
import { SHANGHAI } from './shanghai';
import { SHENZHEN } from './shenzhen';

/**
 * Insurance and fund of six cities as data. Limits are stored as published, never worked out from an average; what was
 * not read in a notice says so in its source and is marked, so that HR confirms it.
 */
export const CITY_PACKS: Readonly<Record<InsuranceCity, CityPack>> = {
  beijing: BEIJING,
  shanghai: SHANGHAI,
  shenzhen: SHENZHEN,
  guangzhou: GUANGZHOU,
  hangzhou: HANGZHOU,
  chengdu: CHENGDU,
};

export const isInsuranceCity = (city: string): city is InsuranceCity => Object.hasOwn(CITY_PACKS, city);
