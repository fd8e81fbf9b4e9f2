import type { LocalText } from '#contracts/common';

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

interface StatutoryYear {
  /** The official notice of the year's days off and make-up workdays. */
  readonly source: LocalText;
  /** `MM-DD` of the statutory days (triple pay); other days off of the arrangement are rest days. */
  readonly days: Readonly<Record<string, Festival>>;
}

/**
 * Statutory days by year: 《全国年节及纪念日放假办法》, eleven days as of 国务院令第 644 号 (2013), thirteen as
 * revised on 2024-11-10. Days off and make-up workdays around them come from chinese-days.
 */
export const STATUTORY_YEARS: Readonly<Record<string, StatutoryYear>> = {
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

/** For a year without a published arrangement: weekends only, until HR enters the days. */
export const UNKNOWN_YEAR_SOURCE = name(
  '本年度放假安排尚未录入，按周末计算；公司可补充日历',
  'Holiday arrangement of this year not entered yet: weekends only, unless the company calendar says more',
);
