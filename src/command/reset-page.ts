// The page that throws away worker and cache, for when nothing else helps. It must work without the app and without the
// worker, so it is static, not precached, and the worker lets its navigation pass. Neither page nor script is stored by the
// browser (headers.ts), and the script has a name of its own instead of a hash: a hashed one may be kept for a year, spoiled.

import type { Linked } from './shell-html.ts';

export function resetPage(script: Linked): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>重置离线资料</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
</head>
<body>
<h1>重置离线资料</h1>
<p>删除这台手机上保存的资料和程序，再从网上重新下载。你记的内容（我的机具、收藏、事件）会保留。</p>
<p>请先连上网络。</p>
<p><button type="button" id="reset">开始重置</button></p>
<p id="status" role="status"></p>
<p><a href="./">回到首页</a></p>
<script crossorigin integrity="${script.integrity}" src="./${script.path}"></script>
</body>
</html>
`;
}

/** Hosts answer with it where a file is missing; without it some would answer with index.html. */
export const NOT_FOUND_PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>没有这个页面</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
</head>
<body>
<h1>没有这个页面</h1>
<p>地址可能输错了。请从首页重新打开。</p>
</body>
</html>
`;
