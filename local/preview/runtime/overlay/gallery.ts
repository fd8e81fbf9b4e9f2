import { make, makeButton, overlayLayer } from './layer';
import { t } from './words';

export interface GalleryItem {
  readonly url: string;
  readonly type: 'image' | 'video';
}

/** WeChat's viewer of pictures and videos: a tap on a picture closes it, the buttons go to the next. */
export function showGallery(items: readonly GalleryItem[], first: number): void {
  const box = make('div', 'mp-mask mp-center mp-gallery');
  box.setAttribute('role', 'dialog');
  const place = make('p', 'mp-gallery-place');
  let index = Math.min(Math.max(first, 0), items.length - 1);
  let shown: HTMLElement | null = null;
  const show = (): void => {
    const next = contentOf(items[index], () => box.remove());
    if (shown) shown.replaceWith(next);
    else box.prepend(next);
    shown = next;
    place.textContent = `${index + 1}/${items.length}`;
  };
  const step = (by: number): void => {
    index = (index + by + items.length) % items.length;
    show();
  };
  show();
  if (items.length > 1) {
    box.append(place);
    box.append(makeButton('mp-gallery-step mp-left', '‹', () => step(-1)));
    box.append(makeButton('mp-gallery-step mp-right', '›', () => step(1)));
  }
  box.append(makeButton('mp-gallery-close', t('close'), () => box.remove()));
  overlayLayer().append(box);
}

function contentOf(item: GalleryItem | undefined, close: () => void): HTMLElement {
  if (item?.type === 'video') {
    const video = document.createElement('video');
    Object.assign(video, { src: item.url, controls: true, autoplay: true, playsInline: true });
    return video;
  }
  const image = document.createElement('img');
  image.src = item?.url ?? '';
  image.addEventListener('click', close);
  return image;
}
