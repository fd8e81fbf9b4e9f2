/**
 * Where rent is deducted at the highest rate: municipalities, capitals of provinces and autonomous regions, and cities
 * with independent planning (国发〔2018〕41号 art. 17). How large another city is, is declared.
 */
const MAJOR_CITIES: ReadonlySet<string> = new Set(
  (
    '北京 天津 上海 重庆 ' +
    '石家庄 太原 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 海口 成都 贵阳 昆明 西安 兰州 西宁 ' +
    '呼和浩特 南宁 拉萨 银川 乌鲁木齐 大连 青岛 宁波 厦门 深圳'
  ).split(' '),
);

/** @param city in Chinese, with or without 市 at its end */
export const isMajorCity = (city: string): boolean => MAJOR_CITIES.has(city.replace(/市$/, ''));
