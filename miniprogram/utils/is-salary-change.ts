import type { RequestCard } from '#contracts/request';

/** Whether a request is decided on a page of pay, which asks for the second check. */
export const isSalaryChange = ({ kind }: Pick<RequestCard, 'kind'>): boolean => kind === 'salary-change';
