import { BaseElement } from './base-element';

/** Entities of `decode`: https://developers.weixin.qq.com/miniprogram/dev/component/text.html */
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};
/** How wide a space is with each value of `space`; the others take it as the font has it. */
const SPACES: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

/** Text whose spaces and entities are drawn as its attributes say; the framework writes into its text nodes. */
export class TextElement extends BaseElement {
  private readonly watcher = new MutationObserver(() => this.draw());

  protected override build(): void {
    this.draw();
  }

  protected override changed(): void {
    if (this.isConnected) this.draw();
  }

  private draw(): void {
    const space = SPACES[this.text('space')];
    if (!this.flag('decode') && !space) return;
    this.watcher.disconnect();
    for (const node of this.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const written = node.nodeValue ?? '';
      const decoded = this.flag('decode') ? decode(written) : written;
      node.nodeValue = space ? decoded.replaceAll(' ', space) : decoded;
    }
    this.watcher.observe(this, { childList: true, characterData: true, subtree: true });
  }
}

const decode = (text: string): string => text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
