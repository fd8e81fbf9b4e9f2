import { strictObject } from 'valibot';
import type { InsuranceContract, InsuranceSettings } from '#contracts/insurance-records';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { changedValues } from '../../shared/history/changed-values';
import { planSave } from '../../shared/history/plan-save';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findProfile, putProfile } from '../data/profiles';
import { changedFrom } from '../domain/changed-from';
import { checkSettings } from '../domain/check-settings';
import { city, settings } from '../inputs/profile';
import { type OfRuns, outdating } from '../services/of-runs';
import { profileView } from '../services/profile-view';

/**
 * Saves what the company has entered of a city, with the values before and after in its history. Months that are paid
 * stay as they are: what a change means for them comes as differences with the next run; drafts
 * are worked out again before they are locked, and not locked by who has saved it.
 * @throws AppError INSURANCE_INVALID, RATE_OUT_OF_RANGE, BASE_INVALID, PAY_RULE_MISSING, VERSION_CONFLICT
 */
export const saveInsuranceProfile = (ofRuns: Pick<OfRuns, 'outdateDrafts'>) =>
  employeeAction<InsuranceContract['saveInsuranceProfile']>({
    input: strictObject({ city, settings, expectedVersion: version }),
    allow: can('update', 'Insurance'),
    texts: ({ settings: { limits, rates, averages = [] } }) =>
      [...limits, ...rates, ...averages].map(({ source }) => source),
    async run({ input: { city, settings: entered, expectedVersion }, me, now }) {
      checkSettings(city, entered, dayOf(now));
      const stored = await findProfile(city);
      const settings = { ...entered, averages: entered.averages ?? stored?.averages ?? [] };
      const before = {
        version: stored?.version ?? 0,
        parts: {
          ...{ choices: stored?.choices, limits: stored?.limits, rates: stored?.rates },
          // Profiles from before there were any have no list.
          averages: stored ? (stored.averages ?? []) : undefined,
        },
        history: stored?.history,
        setBy: stored?.setBy,
        valuesOf: changedValues,
      };
      const plan = planSave<Required<InsuranceSettings>>(before, settings, expectedVersion, { me, now });
      if (!plan.save) return profileView(city, stored, now);
      const months = changedFrom(stored ?? NOTHING, settings);
      const [change, ...earlier] = plan.save.history;
      const history = change ? [{ ...change, months }, ...earlier] : [];
      const saved = { _id: city, ...settings, version: plan.version, ...plan.save, history };
      const [first] = months;
      const save = () => putProfile(saved, expectedVersion);
      if (!(first ? await outdating(ofRuns, first, now, save) : await save()))
        throw new AppError('VERSION_CONFLICT', { version: plan.version });
      return profileView(city, saved, now);
    },
  });

const NOTHING: InsuranceSettings = { choices: [], limits: [], rates: [] };
