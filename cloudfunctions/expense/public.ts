/** The interface for other features. */
export { findReceiptsOf, receiptPictures } from './data/receipts';
export type { ReceiptClaim as Receipt } from './domain/receipt-claim';
