import type { Day } from '#contracts/common';
import type { FieldPolicy } from '#contracts/site';
import type { ChangeWords } from '../../locales/change-text';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';
import type { EmployeeAnswer, SettingName } from './employee.model';

/** How changes of an employment are said: 主管：王五 → 赵六. */
export const employeeChangeWords = (data: EmployeeAnswer | null, words: Words): ChangeWords => ({
  nameOf: (path) => nameOf(path.split('/'), words),
  sayValue: (path, value) => valueText(path.split('/'), value, data, words),
});

function nameOf([setting, from]: readonly string[], words: Words): string {
  const name = words.t(`employee.settings.${setting as SettingName}`);
  const day = from && words.t('employee.from', { day: dayText(from as Day, words) });
  return [name, day].filter(Boolean).join(words.t('common.separator'));
}

function valueText(
  [setting]: readonly string[],
  value: string,
  data: EmployeeAnswer | null,
  words: Words,
): string {
  if (setting === 'lastDay') return dayText(value as Day, words);
  if (setting === 'assignments') return assignmentText(value, data, words);
  const name = data?.names[value];
  return name ? words.pick(name) : value;
}

/** `SH-DAY|S-SH,S-SH2|free` is 白班 · 上海、分部 · 可以. */
function assignmentText(value: string, data: EmployeeAnswer | null, words: Words): string {
  const [shiftId = '', siteIds = '', policy = ''] = value.split('|');
  const nameIn = (list: EmployeeAnswer['shifts'], id: string) => {
    const found = list.find((each) => each.id === id);
    return found ? words.pick(found.name) : id;
  };
  const sites = siteIds
    .split(',')
    .filter(Boolean)
    .map((id) => nameIn(data?.sites ?? [], id));
  return [
    nameIn(data?.shifts ?? [], shiftId),
    sites.join(words.t('common.listSeparator')) || words.t('employee.noSites'),
    `${words.t('employee.fieldPolicy')} ${words.t(`employee.policies.${policy as FieldPolicy}`)}`,
  ].join(words.t('common.separator'));
}
