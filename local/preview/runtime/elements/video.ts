import { pageChanged, topPage } from '../router/page-stack';
import { addPart, BaseElement } from './base-element';
import { imageUrl } from './image-source';

/** Events of the browser's player, and what the Mini Program's event carries. */
const EVENTS: Readonly<Record<string, (player: HTMLVideoElement) => object>> = {
  play: () => ({}),
  pause: () => ({}),
  ended: () => ({}),
  waiting: () => ({}),
  timeupdate: ({ currentTime, duration }) => ({ currentTime, duration }),
  loadedmetadata: ({ videoWidth, videoHeight, duration }) => ({
    width: videoWidth,
    height: videoHeight,
    duration,
  }),
  fullscreenchange: (player) => ({
    fullScreen: document.fullscreenElement === player,
    direction: 'vertical',
  }),
  error: ({ error }) => ({ errMsg: error?.message ?? 'MEDIA_ERR' }),
};

/** Parts of the browser's controls that a page can hide. */
const PARTS = /^show-(play|center-play|progress|fullscreen|mute)(?:-btn)?$/;

/** https://developers.weixin.qq.com/miniprogram/dev/component/video.html */
export class VideoElement extends BaseElement {
  private video: HTMLVideoElement | null = null;

  protected override build(): void {
    const video = addPart(this, 'video');
    video.playsInline = true;
    video.preload = 'metadata';
    for (const [type, detail] of Object.entries(EVENTS))
      video.addEventListener(type, () => this.fire(type, detail(video)));
    video.addEventListener('loadedmetadata', () => {
      video.currentTime = this.number('initial-time', 0);
    });
    pageChanged.add(() => {
      const isOver = !topPage()?.frame.contains(this);
      if (isOver && this.flag('auto-pause-if-navigate', true)) video.pause();
    });
    this.video = video;
    this.apply(video);
    this.load(video);
  }

  protected override changed(name: string): void {
    const part = PARTS.exec(name)?.[1];
    if (part) this.classList.toggle(`mp-no-${part}`, !this.flag(name, true));
    if (!this.video) return;
    this.apply(this.video);
    if (name === 'src') this.load(this.video);
  }

  private apply(video: HTMLVideoElement): void {
    video.controls = this.flag('controls', true);
    video.autoplay = this.flag('autoplay');
    video.loop = this.flag('loop');
    video.muted = this.flag('muted');
    video.poster = imageUrl(this, this.text('poster'));
    video.style.objectFit = this.text('object-fit') || 'contain';
  }

  private load(video: HTMLVideoElement): void {
    const url = imageUrl(this, this.text('src'));
    if (url) video.src = url;
    else video.removeAttribute('src');
  }

  /** For `wx.createVideoContext`; null until the element is on a page. */
  player(): HTMLVideoElement | null {
    return this.video;
  }
}
