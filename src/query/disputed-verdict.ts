// Whether the verdicts of a first hit may stand alone: an answer that says 未扣款 or 可以再刷 and is not meant costs money.

import type { DocumentSummary } from '../index/indexed-document.ts';
import type { Hit } from './search-result.ts';

/** Share of the first hit's score: what reaches it may as well be meant (失败, 被拒). */
const AS_GOOD = 0.95;
/** Whoever says so is not told that nothing was taken: 密码都错了短信还说扣. */
const TAKEN = /扣[了钱款]|[说还]扣/;

/**
 * Whether a hit about as good as the first is less lenient than its verdicts, or the query itself says that money was taken and
 * they do not.
 */
export function isDisputed([first, ...others]: readonly Hit[], query: string): boolean {
  if (!first?.document.money) return false;
  const { document, score } = first;
  return (
    (TAKEN.test(query) && document.money.startsWith('not')) ||
    others.some((other) => other.score > AS_GOOD * score && strictness(other.document) > strictness(document))
  );
}

/** uncertain or charged, and check-first or no, count one each. */
function strictness({ money, retry }: DocumentSummary): number {
  return Number(/^[uc]/.test(money)) + Number(/^[cn]/.test(retry));
}
