import { strictObject } from 'valibot';
import type { InsuranceContract } from '#contracts/insurance-records';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findProfile } from '../data/profiles';
import { city } from '../inputs/profile';
import { profileView } from '../services/profile-view';

/** What the company has entered of a city and what holds there today. One read. */
export const viewInsuranceProfile = employeeAction<InsuranceContract['insuranceProfile']>({
  input: strictObject({ city }),
  allow: can('read', 'Insurance'),
  async run({ input, now }) {
    return profileView(input.city, await findProfile(input.city), now);
  },
});
