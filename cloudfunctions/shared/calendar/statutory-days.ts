import type { LocalText } from '#contracts/common';
import { memoized } from './company-time';
import { LUNAR_DATES } from './lunar-festivals';

const name = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

/** Festivals by the English name that chinese-days gives them. */
export const FESTIVALS = {
  "New Year's Day": name('元旦', "New Year's Day"),
  'Spring Festival': name('春节', 'Spring Festival'),
  'Tomb-sweeping Day': name('清明节', 'Qingming Festival'),
  'Labour Day': name('劳动节', 'Labour Day'),
  'Dragon Boat Festival': name('端午节', 'Dragon Boat Festival'),
  'Mid-autumn Festival': name('中秋节', 'Mid-Autumn Festival'),
  'National Day': name('国庆节', 'National Day'),
} as const satisfies Record<string, LocalText>;

type Festival = keyof typeof FESTIVALS;

/** `MM-DD` of the statutory days (triple pay); other days off of the arrangement are rest days. */
type StatutoryDays = Readonly<Record<string, Festival>>;

interface AnnouncedYear {
  /** The official notice of the year's days off and make-up workdays. */
  readonly source: LocalText;
  readonly days: StatutoryDays;
}

/**
 * Years whose arrangement is announced: 《全国年节及纪念日放假办法》, eleven days as of 国务院令第 644 号 (2013),
 * thirteen as revised on 2024-11-10. Days off and make-up workdays around them come from chinese-days.
 */
const ANNOUNCED_YEARS: Readonly<Record<string, AnnouncedYear>> = {
  '2024': {
    source: name('国办发明电〔2023〕7号', 'State Council General Office notice 国办发明电〔2023〕7号'),
    days: {
      '01-01': "New Year's Day",
      '02-10': 'Spring Festival',
      '02-11': 'Spring Festival',
      '02-12': 'Spring Festival',
      '04-04': 'Tomb-sweeping Day',
      '05-01': 'Labour Day',
      '06-10': 'Dragon Boat Festival',
      '09-17': 'Mid-autumn Festival',
      '10-01': 'National Day',
      '10-02': 'National Day',
      '10-03': 'National Day',
    },
  },
  '2025': {
    source: name('国办发明电〔2024〕12号', 'State Council General Office notice 国办发明电〔2024〕12号'),
    days: {
      '01-01': "New Year's Day",
      '01-28': 'Spring Festival',
      '01-29': 'Spring Festival',
      '01-30': 'Spring Festival',
      '01-31': 'Spring Festival',
      '04-04': 'Tomb-sweeping Day',
      '05-01': 'Labour Day',
      '05-02': 'Labour Day',
      '05-31': 'Dragon Boat Festival',
      '10-01': 'National Day',
      '10-02': 'National Day',
      '10-03': 'National Day',
      '10-06': 'Mid-autumn Festival',
    },
  },
  '2026': {
    source: name(
      '国务院办公厅 2025 年 11 月 4 日《关于 2026 年部分节假日安排的通知》',
      'State Council General Office notice of 2025-11-04 on the holidays of 2026',
    ),
    days: {
      '01-01': "New Year's Day",
      '02-16': 'Spring Festival',
      '02-17': 'Spring Festival',
      '02-18': 'Spring Festival',
      '02-19': 'Spring Festival',
      '04-05': 'Tomb-sweeping Day',
      '05-01': 'Labour Day',
      '05-02': 'Labour Day',
      '06-19': 'Dragon Boat Festival',
      '09-25': 'Mid-autumn Festival',
      '10-01': 'National Day',
      '10-02': 'National Day',
      '10-03': 'National Day',
    },
  },
};

/** The statutory days that the revision of 2024-11-10 puts on fixed dates. */
const FIXED_DAYS: StatutoryDays = {
  '01-01': "New Year's Day",
  '05-01': 'Labour Day',
  '05-02': 'Labour Day',
  '10-01': 'National Day',
  '10-02': 'National Day',
  '10-03': 'National Day',
};

/** The first calendar year of the revision of 2024-11-10. */
const FIRST_REVISED_YEAR = '2025';

/** Whether the year's days off and make-up workdays around the statutory days are announced. */
export const isAnnounced = (year: string): boolean => Object.hasOwn(ANNOUNCED_YEARS, year);

/**
 * The names of a statutory day, null for any other day. They follow from the law alone, whether or not the year's
 * arrangement is announced. Where Mid-Autumn falls on 1–3 October the day is statutory once, under both names: the
 * law does not move the second holiday, so a day in its place is a part of the arrangement.
 */
export function statutoryName(year: string, date: string): LocalText | null {
  const names = statutoryDays(year)
    .flatMap((days) => days[date] ?? [])
    .map((festival) => FESTIVALS[festival]);
  const [first, second] = names;
  if (!first || !second) return first ?? null;
  return name(`${first['zh-CN']}、${second['zh-CN']}`, `${first.en}, ${second.en}`);
}

const statutoryDays = memoized((year: string): readonly StatutoryDays[] => {
  const announced = ANNOUNCED_YEARS[year];
  if (announced) return [announced.days];
  return year < FIRST_REVISED_YEAR ? [] : [FIXED_DAYS, lunarDays(year)];
});

/** Lunar New Year's Eve and the first three lunar days, Qingming, Dragon Boat, Mid-Autumn. */
function lunarDays(year: string): StatutoryDays {
  const dates = LUNAR_DATES[year];
  if (!dates) return {};
  const [newYear, qingming, dragonBoat, midAutumn] = dates;
  const spring = [-1, 0, 1, 2].map((offset) => monthDayOf(year, newYear, offset));
  return {
    ...Object.fromEntries(spring.map((date) => [date, 'Spring Festival' as const])),
    [qingming]: 'Tomb-sweeping Day',
    [dragonBoat]: 'Dragon Boat Festival',
    [midAutumn]: 'Mid-autumn Festival',
  };
}

const monthDayOf = (year: string, date: string, offset: number): string =>
  new Date(Date.parse(`${year}-${date}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(5, 10);

/** The source of a day's kind. `isComplete`: HR has entered the whole arrangement of the year. */
export function sourceOfYear(year: string, isComplete: boolean): LocalText {
  const announced = ANNOUNCED_YEARS[year];
  if (announced) return announced.source;
  const law = LUNAR_DATES[year] ? LAW_AND_LUNAR_CALENDAR : LAW;
  const rest = isComplete ? ENTERED_BY_COMPANY : NOT_ANNOUNCED;
  return name(`${law['zh-CN']}；${rest['zh-CN']}`, `${law.en}; ${rest.en}`);
}

const LAW = name(
  '《全国年节及纪念日放假办法》（2024-11-10 修订）',
  'Regulation on Public Holidays, as revised on 2024-11-10',
);
const LAW_AND_LUNAR_CALENDAR = name(
  `${LAW['zh-CN']}，农历日期按 GB/T 33661-2017`,
  `${LAW.en}, lunar dates by GB/T 33661-2017`,
);
const ENTERED_BY_COMPANY = name('调休由公司日历录入', 'exchanged days as in the company calendar');
const NOT_ANNOUNCED = name(
  '这一年的调休安排还没有公布，其余的日子按周末计算',
  'the days exchanged this year are not announced yet, so all other days go by the week',
);
