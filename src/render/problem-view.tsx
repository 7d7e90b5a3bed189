// A bundle that cannot be read, said plainly, with the safe procedure: the merchant is never left with nothing.

import { unreachable } from '../base/result.ts';
import type { LoadProblem } from '../load/library.ts';
import { addressOf } from './route.ts';
import { SafeProcedure } from './safe-procedure.tsx';

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
