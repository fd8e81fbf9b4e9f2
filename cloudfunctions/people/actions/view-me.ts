import { strictObject } from 'valibot';
import type { PeopleContract } from '#contracts/people';
import { AppError } from '../../shared/errors/app-error';
import { wechatAction } from '../../shared/kernel/action';
import { requireEmployed } from '../../shared/kernel/caller';
import type { Employee } from '../../shared/kernel/employee';
import { employeeOf } from '../data/employee-of';
import { findProfile } from '../data/find-profile';

/** The employee bound to the calling WeChat user. @throws AppError ACCESS_ENDED */
export const viewMe = wechatAction<PeopleContract['me']>({
  input: strictObject({}),
  async run({ openid, now }) {
    const employee = await boundTo(openid, now);
    if (!employee) return { state: 'unbound' };
    return { state: 'bound', me: await findProfile(requireEmployed(employee, now), now) };
  },
});

async function boundTo(openid: string, now: number): Promise<Employee | null> {
  try {
    return await employeeOf(openid, now);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_BOUND') return null;
    throw error;
  }
}
