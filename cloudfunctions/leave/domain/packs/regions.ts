/** The region code of the whole country. */
const COUNTRY = 'china';

/** The province whose leave law applies in a city; a municipality is its own province. */
const PROVINCES: Readonly<Record<string, string>> = {
  guangzhou: 'guangdong',
  shenzhen: 'guangdong',
  dongguan: 'guangdong',
  foshan: 'guangdong',
  zhuhai: 'guangdong',
  hangzhou: 'zhejiang',
  ningbo: 'zhejiang',
  wenzhou: 'zhejiang',
  chengdu: 'sichuan',
  mianyang: 'sichuan',
};

/** From the most specific to the most general: city, province, country. */
export function regionsOf(city: string): readonly string[] {
  const province = PROVINCES[city];
  return province ? [city, province, COUNTRY] : [city, COUNTRY];
}
