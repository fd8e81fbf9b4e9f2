import { picklist } from 'valibot';
import { PAY_FILE_IDS } from '../domain/pay-files';

export const fileId = picklist(PAY_FILE_IDS);
export const format = picklist(['xlsx', 'csv']);
export const language = picklist(['zh-CN', 'en']);
