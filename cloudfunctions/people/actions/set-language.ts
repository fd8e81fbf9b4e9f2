import { picklist, strictObject } from 'valibot';
import type { PeopleContract } from '#contracts/people';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { forgetEmployeeOf } from '../data/employee-of';
import { saveLanguage } from '../data/employees';

/** Saves the chosen language. One write. */
export const setLanguage = employeeAction<PeopleContract['setLanguage']>({
  input: strictObject({ language: picklist(['zh-CN', 'en']) }),
  allow: can('update', 'OwnProfile'),
  async run({ input: { language }, me, openid }) {
    if (!(await saveLanguage(me._id, language))) throw new AppError('NOT_FOUND', { what: 'employee' });
    forgetEmployeeOf(openid);
    return { language };
  },
});
