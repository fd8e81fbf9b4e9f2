import type { LocalText, Month } from '#contracts/common';
import type { Message } from '../../shared/outbox/message';

/** `2026年10月工资条`: what a message about pay is about. Never an amount. */
const titleOf = (month: Month, zh: string, en: string): LocalText => {
  const [year = '', number = ''] = month.split('-');
  return { 'zh-CN': `${year}年${Number(number)}月${zh}`, en: `${en} ${month}` };
};

/** The data of a message about the payslips of a month. */
export const aboutSlips = (month: Month): Message['data'] => ({
  month,
  title: titleOf(month, '工资条', 'Payslip'),
});

/** The data of a message about the run of a month. */
export const aboutRun = (month: Month): Message['data'] => ({ month, title: titleOf(month, '工资', 'Pay') });
