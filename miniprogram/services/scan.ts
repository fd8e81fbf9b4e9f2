import { cleanCode } from '../common/clean-text';
import { answerOf, type Refusal } from './wx-refusal';

export type ScanResult =
  | { readonly state: 'read'; readonly text: string }
  | { readonly state: 'cancelled' | Refusal };

/** What the camera reads of a QR code, never a picture from the album: a code is worth the place where it hangs. */
export function scanDoorCode(): Promise<ScanResult> {
  return new Promise((resolve) => {
    wx.scanCode({
      onlyFromCamera: true,
      scanType: ['qrCode'],
      success: ({ result }) => resolve({ state: 'read', text: cleanCode(result) }),
      fail: (failure) => resolve({ state: answerOf(failure) }),
    });
  });
}
