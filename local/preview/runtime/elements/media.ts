import { cloudFileUrl } from '../api/cloud-api';
import { drawTestPicture } from '../test-picture';
import { addPart, BaseElement } from './base-element';
import { imageUrl } from './image-source';

const FITS: Readonly<Record<string, string>> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
};

export class ImageElement extends BaseElement {
  private picture: HTMLImageElement | null = null;

  protected override build(): void {
    const picture = addPart(this, 'img');
    picture.alt = this.text('aria-label');
    picture.draggable = false;
    picture.addEventListener('load', () => {
      this.fire('load', { width: picture.naturalWidth, height: picture.naturalHeight });
    });
    picture.addEventListener('error', () => {
      this.fire('error', { errMsg: `GET ${this.text('src')} failed` });
    });
    this.picture = picture;
    this.showLoading();
    this.showSource();
    this.showMode();
  }

  protected override changed(name: string): void {
    if (name === 'src') this.showSource();
    if (name === 'mode') this.showMode();
    if (name === 'lazy-load') this.showLoading();
    if (name === 'aria-label' && this.picture) this.picture.alt = this.text('aria-label');
  }

  /** Pictures far from the screen wait until it comes near. */
  private showLoading(): void {
    if (this.picture) this.picture.loading = this.flag('lazy-load') ? 'lazy' : 'eager';
  }

  private showSource(): void {
    if (!this.picture) return;
    const source = this.text('src');
    if (source.startsWith('cloud://')) {
      this.showCloudFile(source).catch(() => this.fire('error', { errMsg: `GET ${source} failed` }));
      return;
    }
    const url = imageUrl(this, source);
    if (url) this.picture.src = url;
    else this.picture.removeAttribute('src');
  }

  /** A file id of the cloud storage is a source like any other. */
  private async showCloudFile(fileId: string): Promise<void> {
    const url = await cloudFileUrl(fileId);
    if (this.picture && this.text('src') === fileId) this.picture.src = url;
  }

  private showMode(): void {
    if (this.picture) this.picture.style.objectFit = FITS[this.text('mode')] ?? 'fill';
  }
}

export class CameraElement extends BaseElement {
  protected override build(): void {
    drawTestPicture(addPart(this, 'canvas'));
    requestAnimationFrame(() => this.fire('initdone', { maxZoom: 1 }));
  }
}

export class WebViewElement extends BaseElement {
  protected override build(): void {
    const frame = addPart(this, 'iframe');
    frame.src = this.text('src');
    frame.sandbox.add('allow-scripts');
  }
}
