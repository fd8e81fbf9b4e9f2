import type { Day, Month } from '#contracts/common';
import { spanText } from '../../../../miniprogram/common/attendance-text';
import { wordsIn } from '../../../../miniprogram/locales/words';
import {
  addDays,
  addMonths,
  dayCount,
  dayOf,
  dayText,
  hourOf,
  instantAt,
  instantText,
  lengthText,
  monthText,
  timeOf,
  weekdayOf,
} from '../../../../miniprogram/utils/dates';
import { at, OFFSET } from '../support/today';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const day = '2026-11-23' as Day;

describe('dates', () => {
  it('reads the wall clock of the company, not of the phone', () => {
    expect(timeOf(at('00:05'), OFFSET)).toBe('00:05');
    expect(dayOf(at('00:05'), OFFSET)).toBe('2026-11-23');
    expect(dayOf(at('00:05'), 0)).toBe('2026-11-22');
    expect(hourOf(at('23:59'), OFFSET)).toBe(23);
  });

  it('counts days and months over the ends of a year', () => {
    expect(addDays('2026-12-31' as Day, 1)).toBe('2027-01-01');
    expect(addMonths('2026-01' as Month, -1)).toBe('2025-12');
    expect(addMonths('2026-12' as Month, 1)).toBe('2027-01');
    expect(dayCount('2026-12-30' as Day, '2027-01-02' as Day)).toBe(4);
    expect(weekdayOf(day)).toBe(1);
    expect(weekdayOf('2026-11-22' as Day)).toBe(7);
  });

  it('finds the instant of a time, on the next day too', () => {
    expect(instantAt(day, '18:20', OFFSET)).toBe(at('18:20'));
    expect(instantAt(day, '06:00+1', OFFSET)).toBe(at('06:00', '2026-11-24'));
    expect(instantAt(day, 'soon', OFFSET)).toBeNaN();
  });

  it('names the year of a day that is not of this year', () => {
    expect(dayText(day, wordsIn('zh-CN', '2026'))).toBe('11月23日 周一');
    expect(dayText('2027-11-29' as Day, wordsIn('zh-CN', '2026'))).toBe('2027年11月29日 周一');
    expect(dayText('2046-01-01' as Day, wordsIn('en', '2026'))).toBe('Mon, Jan 1, 2046');
    expect(instantText(at('08:57'), OFFSET, wordsIn('en', '2027'))).toBe('Mon, Nov 23, 2026, 08:57');
  });

  it('writes as a person does', () => {
    expect(dayText(day, zh)).toBe('11月23日 周一');
    expect(dayText(day, en)).toBe('Mon, Nov 23');
    expect(monthText('2026-11' as Month, zh)).toBe('2026年11月');
    expect(monthText('2026-11' as Month, en)).toBe('Nov 2026');
    expect(instantText(at('08:57'), OFFSET, en)).toBe('Mon, Nov 23, 08:57');
    expect([40, 60, 100].map((minutes) => spanText(minutes, zh))).toEqual([
      '40 分钟',
      '1 小时',
      '1 小时 40 分钟',
    ]);
    expect([859.2, 1234, 12_345].map((metres) => lengthText(metres, en))).toEqual([
      '860 m',
      '1.2 km',
      '12 km',
    ]);
  });
});
