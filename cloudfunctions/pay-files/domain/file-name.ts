import type { LocalText } from '#contracts/common';
import { wordsIn } from '../../shared/words/words';
import type { PayOrder } from './pay-export';
import { batchOf } from './pay-files';

/** What no file system takes in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\s]+/g;

/** 招商银行（本行卡）_2026-10_P202610-1.xlsx; a second export says in its name that it is one. */
export function fileNameOf(
  { month, language, format }: PayOrder,
  name: LocalText,
  { version, piece, count }: { readonly version: number; readonly piece: number; readonly count: number },
): string {
  const again = count > 1 ? `_${wordsIn(language).t('payFiles.again', { count })}` : '';
  const number = piece === 0 ? '' : `_${piece + 1}`;
  const plain = `${name[language]}_${month}_${batchOf(month, version)}${again}`.replace(NOT_IN_NAMES, '-');
  return `${plain}${number}.${format}`;
}
