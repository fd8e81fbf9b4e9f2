import type { PayWarning } from '#contracts/pay';

/** Rules that have ended or that nobody has confirmed are the same for many people, and are said once. */
export const isPersonal = ({ code }: PayWarning): boolean =>
  code !== 'rule-ended' && code !== 'rule-unverified';
