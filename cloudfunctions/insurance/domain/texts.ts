/** Keys of the texts of pay that steps of insurance use: how an amount came about, and the names of its inputs. */
export const INSURANCE_FORMULAS = [
  'insurance.share',
  'insurance.shareAndFixed',
  'insurance.shareInYuan',
  'insurance.base',
  'insurance.baseRaised',
  'insurance.baseCapped',
  'insurance.difference',
  'sickPay.share',
  'sickPay.floor',
  'heat.monthly',
] as const;

export const INSURANCE_INPUTS = [
  'base',
  'rate',
  'fixed',
  'ownBase',
  'floor',
  'cap',
  'due',
  'paid',
  'wage',
  'sickDays',
  'sickPercent',
  'minimumWage',
  'floorPercent',
  'until',
  'missing',
  'countedNet',
  'countedGross',
  'short',
] as const;

/** Ids of steps that have no name of their own; months are ids too. */
export const INSURANCE_STEPS = [
  'contributions',
  'contributionDifferences',
  'base',
  'sickPay',
  'heatAllowance',
] as const;
