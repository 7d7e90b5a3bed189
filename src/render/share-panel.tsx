// 分享这一页: as text, as a link, as a code that another phone scans. Nothing is sent but by the merchant's own hand.

import { useState } from 'preact/hooks';
import type { Article } from '../bundle/article.ts';
import { useMyLine } from './app-context.ts';
import { QrCode } from './qr-code.tsx';
import { articleAddress } from './route.ts';
import { CopyButton } from './share-copy.tsx';
import { shareText } from './share-text.ts';

export function SharePanel({ article }: { article: Article }) {
  const line = useMyLine();
  const [failed, setFailed] = useState(false);
  const link = new URL(articleAddress(article.id), document.baseURI).href;
  const text = shareText(article, line, link);
  const share = async () => {
    try {
      await navigator.share({ title: article.title, text });
    } catch (cause) {
      // AbortError: the merchant changed their mind.
      setFailed(!(cause instanceof DOMException && cause.name === 'AbortError'));
    }
  };
  return (
    <section class="card share" aria-label="分享这一页">
      <div class="actions">
        {'share' in navigator && (
          <button type="button" class="button" onClick={share}>
            发给别人
          </button>
        )}
        <CopyButton text={text} words="复制文字" />
        <CopyButton text={link} words="复制链接" />
      </div>
      {failed && <p role="status">没发出去。可以复制文字，再自己粘贴。</p>}
      <QrCode text={link} label="用另一台手机扫，打开这一页" />
      <p class="note">用另一台手机扫，打开这一页。那台手机要有网，或者已经装好手册。</p>
    </section>
  );
}
