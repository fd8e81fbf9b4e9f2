import { make, makeButton, overlayLayer } from './layer';
import { t } from './words';

const KILOBYTE = 1_024;

/**
 * WeChat's viewer of documents. A browser cannot display a workbook: shows its type and size, and a download link.
 */
export function showDocument(blob: Blob, fileType: string, name = ''): void {
  const box = make('div', 'mp-document');
  const url = URL.createObjectURL(blob);
  const close = makeButton('mp-document-close', t('close'), () => {
    URL.revokeObjectURL(url);
    box.remove();
  });
  const file = document.createElement('a');
  file.className = 'mp-document-file';
  file.href = url;
  file.download = name || `document.${fileType}`;
  file.textContent = t('saveFile');
  const kind = `${fileType.toUpperCase()} · ${Math.max(1, Math.round(blob.size / KILOBYTE))} KB`;
  box.append(close, make('p', '', kind), file);
  overlayLayer().append(box);
}
