import { cleanCode } from '../common/clean-text';
import { type Refusal, refusalOrCancel } from './wx-refusal';

export type ScanResult =
  | { readonly state: 'read'; readonly text: string }
  | { readonly state: 'cancelled' | Refusal };

/** Scans a QR code with the camera; the album is not allowed, because the code proves presence at the site. */
export function scanDoorCode(): Promise<ScanResult> {
  return new Promise((resolve) => {
    wx.scanCode({
      onlyFromCamera: true,
      scanType: ['qrCode'],
      success: ({ result }) => resolve({ state: 'read', text: cleanCode(result) }),
      fail: (failure) => resolve({ state: refusalOrCancel(failure) }),
    });
  });
}
