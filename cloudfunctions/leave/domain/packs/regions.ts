/** The region of the whole country. */
const COUNTRY = 'china';

/** The province that a city's leave law comes from; a municipality is its own. */
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

/** From the closest to the widest: city, province, country. */
export function regionsOf(city: string): readonly string[] {
  const province = PROVINCES[city];
  return province ? [city, province, COUNTRY] : [city, COUNTRY];
}
