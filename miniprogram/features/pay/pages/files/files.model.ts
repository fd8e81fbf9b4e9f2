import type { Language, Minutes, Month } from '#contracts/common';
import type { PayFileExport, PayFileFormat, PayFileId, PayFilesView } from '#contracts/pay-files';
import type { Failure } from '../../../../services/client-error';

export interface FilesModel {
  readonly month: Month;
  readonly isLocked: boolean;
  readonly data: PayFilesView | null;
  /** The file whose choices are shown; '' for none. */
  readonly open: PayFileId | '';
  readonly format: PayFileFormat;
  readonly language: Language;
  /** The file that is being made, and how far it is. */
  readonly making: PayFileId | '';
  readonly progress: PayFileExport | null;
  /** Files that this page has made. */
  readonly made: Readonly<Partial<Record<PayFileId, PayFileExport & { readonly format: PayFileFormat }>>>;
  readonly asksAgain: boolean;
  /** Whether the accounts that were changed after the lock are to be confirmed. */
  readonly asksAccounts: boolean;
  readonly failure: Failure | null;
  readonly utcOffset: Minutes;
}
