/** Of every file that people hand in, bytes. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** File signatures of the accepted types; names and headers are not trusted. */
const SIGNATURES = [
  { type: 'jpg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
] as const;

export type FileType = (typeof SIGNATURES)[number]['type'];

/** The type of a file by its first bytes; null if it is not accepted. */
export function fileType(content: Uint8Array): FileType | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte));
  return found?.type ?? null;
}
