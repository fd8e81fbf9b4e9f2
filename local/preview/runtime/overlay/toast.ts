import { make, overlayLayer } from './layer';

export interface ToastOptions {
  title?: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  image?: string;
  duration?: number;
  mask?: boolean;
}

const DEFAULT_DURATION_MS = 1500;
let shown: HTMLElement | null = null;
let timer = 0;

/** Shows a toast; it closes by itself unless `duration` is Infinity. A new toast replaces the old one. */
export function showToast({ title = '', icon = 'success', duration, mask }: ToastOptions): void {
  hideToast();
  const toast = make('div', `mp-toast mp-toast-${icon}`);
  toast.setAttribute('role', 'status');
  if (icon !== 'none')
    toast.append(make('i', `mp-toast-icon`, { success: '✓', error: '!', loading: '' }[icon]));
  toast.append(make('p', '', title));
  const box = make('div', mask ? 'mp-toast-box mp-mask' : 'mp-toast-box');
  box.append(toast);
  shown = overlayLayer().appendChild(box);
  if (duration !== Number.POSITIVE_INFINITY) {
    timer = window.setTimeout(hideToast, duration ?? DEFAULT_DURATION_MS);
  }
}

export function hideToast(): void {
  clearTimeout(timer);
  shown?.remove();
  shown = null;
}
