// The last resort: a page kept as a string inside sw.js, which survives the loss of every cache. It carries the procedure
// that is safe whatever the code means, and the two ways back. No script: it must work when nothing else does.
//
// A response made by a worker has only the headers given here, so it brings its own policy.

import { sha256Base64 } from './digest.ts';

const STYLE = `:root{color-scheme:light dark;font:17px/1.7 system-ui,sans-serif}
body{max-width:34em;margin:0 auto;padding:1em}
h1{font-size:1.35em;line-height:1.4}
li{margin:.6em 0}
b{color:#b3261e}
a{display:block;margin:1em 0;padding:.8em;border:2px solid;border-radius:.6em;text-align:center;font-weight:700}
@media(prefers-color-scheme:dark){b{color:#ff8a80}}`;

const BODY = `<h1>收款出错时先这样做</h1>
<p>这台手机里保存的资料丢失了，暂时查不了代码。下面的做法对任何提示都安全。</p>
<ol>
<li><b>先别再刷。</b>没弄清上一笔之前，不要让顾客重刷、重扫。</li>
<li><b>查末笔。</b>在机器上打开“交易查询”或“末笔查询”，看有没有这一笔、是不是“成功”。</li>
<li>查到成功：<b>已收款</b>，重打印小票即可。查到失败或已撤销：没有收款，可以换一种方式付款。</li>
<li>查不到，或机器没有网络：<b>算作状态不明。</b>请顾客看银行短信或账单，记下时间、金额和屏幕上的原文。</li>
<li>仍不清楚：先不要交货，也不要再收一次，打机器或签购单上印的客服电话核实。</li>
</ol>
<p>对顾客可以说：“这笔交易的结果还在确认，请稍等，我先查一下，避免重复扣款。”</p>
<h2>恢复资料</h2>
<p>连上网络后点“修复”。</p>
<a href="./">修复</a>
<p>修复不了再点“重置”：重新下载资料，你在这台手机上记的内容会保留。</p>
<a href="./reset.html">重置</a>`;

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>收款出错时先这样做</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>${STYLE}</style></head><body>${BODY}</body></html>`;

/** Links are relative, so `./` must be the root: serve it only for the root. */
export async function emergencyPage(): Promise<Response> {
  const style = `'sha256-${await sha256Base64(new TextEncoder().encode(STYLE))}'`;
  return new Response(PAGE, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; style-src ${style}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
