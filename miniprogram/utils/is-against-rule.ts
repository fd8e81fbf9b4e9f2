import type { RequestCard } from '#contracts/request';

/** Whether a request has a warning that it is against a rule, which is approved knowingly. */
export const isAgainstRule = ({ warnings }: Pick<RequestCard, 'warnings'>): boolean =>
  warnings.some(({ tone }) => tone === 'bad');
