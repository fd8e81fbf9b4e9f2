/** Maximum size of a receipt. */
export const MAX_RECEIPT_BYTES = 5 * 1024 * 1024;

/** File signatures of the accepted types; names and headers are not trusted. */
const SIGNATURES = [
  { type: 'jpg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
] as const;

export type ReceiptType = (typeof SIGNATURES)[number]['type'];

/** The type of a file by its first bytes; null if it is not accepted as a receipt. */
export function receiptType(content: Uint8Array): ReceiptType | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte));
  return found?.type ?? null;
}
