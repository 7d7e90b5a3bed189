// A bundle that cannot be read, said plainly, with the safe procedure: the merchant is never left with nothing.

import { unreachable } from '../base/result.ts';
import type { LoadProblem } from '../load/library.ts';
import { addressOf } from './route.ts';

export function ProblemView({ problem }: { problem: LoadProblem }) {
  return (
    <section class="card" role="alert">
      <h1>{headline(problem.kind)}</h1>
      <SafeProcedure />
      <div class="actions">
        <button type="button" class="button" onClick={() => window.location.reload()}>
          再试一次
        </button>
        <a class="button quiet" href={addressOf({ kind: 'status' })}>
          检查并修复
        </a>
      </div>
      <details>
        <summary>技术细节</summary>
        <p>
          <code>
            {problem.kind} {problem.file} {problem.message}
          </code>
        </p>
      </details>
    </section>
  );
}

/** What is right whatever the code means. Kept in the script, so that it needs no file of the bundle. */
export function SafeProcedure() {
  return (
    <ol class="plain-steps">
      <li>先别再刷，也别让顾客再付。</li>
      <li>在机器上查“末笔查询”或“交易查询”，看这一笔有没有成功。</li>
      <li>有成功记录：已收款，重打小票。没有：请顾客看短信或账单。</li>
      <li>还不清楚：记下时间、金额、参考号，打机身贴纸上的客服电话。</li>
    </ol>
  );
}

function headline(kind: LoadProblem['kind']): string {
  switch (kind) {
    case 'unreachable':
      return '手册内容还没下载到这台手机';
    case 'damaged':
    case 'incomplete':
      return '手册的一个文件坏了';
    case 'foreign':
      return '收到的不是手册的文件';
    case 'format-unknown':
    case 'analyzer-unknown':
    case 'other-build':
      return '手册和程序的版本不同';
    default:
      return unreachable(kind);
  }
}
